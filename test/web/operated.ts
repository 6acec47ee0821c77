/** What the overview, the lists and a run's page have to show: a held run, a broken source, one that is well. */
import { addSource, harvest } from './console.ts';
import { feeds } from './feeds.ts';
import type { Started } from './started.ts';

/** Titles of a feed's records. */
export const titled = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name} register nr. ${index} på Ærø`);

/** @param host where the feeds are, `http://127.0.0.1:PORT`. @returns the runs that were held, and that failed. */
export async function playOperation(web: Started, host: string): Promise<{ held: string; broken: string }> {
  feeds.set('/svinder.ttl', titled('Svindende', 8));
  await addSource(web, host, 'svinder', 'Den svindende kilde');
  await harvest(web, 'svinder');
  feeds.set('/svinder.ttl', titled('Svindende', 2));
  const held = await harvest(web, 'svinder');
  feeds.set('/knaekker.ttl', titled('Knækkende', 2));
  await addSource(web, host, 'knaekker', 'Kilden, der knækker');
  await harvest(web, 'knaekker');
  feeds.delete('/knaekker.ttl');
  const broken = await harvest(web, 'knaekker');
  return { held: held.run, broken: broken.run };
}
