import { expect, it } from 'vitest';
import { exampleSource } from '../memory-control.ts';
import { memoryLetters } from '../memory-letters.ts';
import { createScene, TOKEN } from './scene.ts';

const stopped = {
  at: '2026-11-25T08:00:00.000Z',
  reason: 'bounced' as const,
  detail: 'smtp; 550 5.1.1 user unknown',
  addresses: ['data@ejer.example'],
};
const { id } = exampleSource.owner;
const bearer = { authorization: `Bearer ${TOKEN}` };

async function sceneWithStoppedLetters() {
  const letters = memoryLetters();
  await letters.change(id, (letter) => ({ ...letter, stopped }));
  return { letters, scene: createScene({ letters }) };
}

it('an operator is shown why an owner is not written to, without the address', async () => {
  const { scene } = await sceneWithStoppedLetters();
  const { json, body } = await scene.ask(`/v1/owners/${id}/letters`, { headers: bearer });

  expect(json).toMatchObject({ owner: id, frequency: 'monthly', stopped: { reason: 'bounced' } });
  expect(body).not.toContain('data@ejer.example');
  expect((await scene.ask(`/v1/owners/${id}/letters`)).status).toBe(401);
});

it('an operator lets letters go on, and that is noted', async () => {
  const { letters, scene } = await sceneWithStoppedLetters();
  const asked = { method: 'POST', headers: bearer, body: JSON.stringify({ action: 'resume' }) };
  const { status } = await scene.ask(`/v1/owners/${id}/letters`, asked);
  const audit = await scene.ask('/v1/audit?action=resumeLetters', { headers: bearer });

  expect([status, (await letters.get(id)).stopped]).toEqual([200, null]);
  expect(audit.json.items).toMatchObject([{ action: 'resumeLetters', after: { stopped: null } }]);
  expect((await scene.ask('/v1/owners/nobody/letters', { headers: bearer })).status).toBe(404);
});
