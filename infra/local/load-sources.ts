/** Which sources a command works with: those of a file, or the bundled example. */
import { settingsIssues } from '#functions/harvest/format-settings.ts';
import { type Source, SourceFile } from '#schemas/source.ts';
import { exampleSources } from '#sources/example.ts';
import { serveExample } from './example-site.ts';
import type { Site } from './http-server.ts';
import { readSourceFile, type SettingsCheck } from './source-file.ts';

/** A source's settings against its format's schema. */
export const checkSettings: SettingsCheck = (source) =>
  settingsIssues(source).map(({ path, message }) => ({ path, message }));

/** Sources, and the site that serves them when they are the bundled example. */
export interface SourceSet {
  /** The sources, given the address of the local HTTP server. */
  readonly sources: (address: string) => readonly Source[];
  readonly site: Site;
  /** The example stands on this machine, which the address guard refuses for every other source file. */
  readonly allowHosts: readonly string[];
}

/**
 * Reads the file at once, so that its faults are told before anything is started.
 * @throws Refusal for a broken file.
 */
export function loadSources(file: string | undefined): SourceSet {
  if (file === undefined) return bundledExample();
  const sources = readSourceFile(file, checkSettings);
  return { sources: () => sources, site: async () => undefined, allowHosts: [] };
}

const bundledExample = (): SourceSet => ({
  sources: (address) => SourceFile.parse(exampleSources(address)).sources,
  site: serveExample,
  allowHosts: ['127.0.0.1'],
});
