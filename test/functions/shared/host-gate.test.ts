/** One door a host, for all sources of a process: a few inside, nobody at a host that is down or wants rest. */
import { describe, expect, it } from 'vitest';
import { HostGate } from '#functions/shared/host-gate.ts';

const rules = {
  inFlight: 2,
  failures: 3,
  pauseMs: 1000,
  longestPauseMs: 3000,
  patienceMs: 30,
  unprovenPatienceMs: 10,
  comeAgainMs: 500,
};

const never = new AbortController().signal;

function gateAt(start = 0) {
  const time = { now: start };
  // Waits take real time, so the clock of those moves with it; what is judged by the clock is moved by the test.
  const began = performance.now();
  const gate = new HostGate(() => time.now + Math.floor(performance.now() - began), rules);
  return { gate, time };
}

/** Fails a host as often as it takes to be taken for down. */
async function bringDown(gate: HostGate, host: string): Promise<void> {
  for (let failure = 0; failure < rules.failures; failure += 1) {
    await gate.enter(host, never);
    gate.failed(host, 'The host refused.');
    gate.leave(host);
  }
}

describe('the door of a host', () => {
  it('lets one in until the host has answered, then as many as it may have', async () => {
    const { gate } = gateAt();
    expect(await gate.enter('a', never)).toBeUndefined();
    expect(await gate.enter('a', never)).toMatchObject({ kind: 'full' });
    gate.answered('a');
    expect(await gate.enter('a', never)).toBeUndefined();
    expect(await gate.enter('a', never)).toMatchObject({ kind: 'full' });
  });

  it('lets the next one in as soon as somebody leaves', async () => {
    const { gate } = gateAt();
    await gate.enter('a', never);
    const next = gate.enter('a', never, 10_000);
    gate.leave('a');
    expect(await next).toBeUndefined();
  });

  it('of one host says nothing of another', async () => {
    const { gate } = gateAt();
    await bringDown(gate, 'a');
    expect(gate.closed('a')).toMatchObject({ kind: 'down', cause: 'The host refused.' });
    expect(await gate.enter('b', never)).toBeUndefined();
  });

  it('is not waited at by somebody who gave up', async () => {
    const { gate } = gateAt();
    await gate.enter('a', never);
    const giveUp = new AbortController();
    const waiting = gate.enter('a', giveUp.signal, 60_000);
    giveUp.abort();
    expect(await waiting).toMatchObject({ kind: 'full' });
  });

  it('is closed as long as the host wants to be left alone', async () => {
    const { gate, time } = gateAt(1000);
    gate.rest('a', 5000);
    expect(gate.closed('a')).toEqual({ kind: 'resting', untilMs: 5000 });
    time.now = 5000;
    expect(await gate.enter('a', never)).toBeUndefined();
  });
});

describe('a host that fails again and again', () => {
  it('is left alone, then tried by one caller only, and left alone twice as long when it fails once more', async () => {
    const { gate, time } = gateAt();
    await bringDown(gate, 'a');
    const pauses: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const closed = gate.closed('a');
      pauses.push(Math.round(((closed?.untilMs ?? 0) - time.now) / 1000));
      time.now = closed?.untilMs ?? 0;
      expect(await gate.enter('a', never)).toBeUndefined();
      expect(gate.closed('a')).toMatchObject({ kind: 'down' });
      gate.failed('a', 'The host refused.');
      gate.leave('a');
    }
    expect(pauses).toEqual([1, 2, 3, 3]);
  });

  it('is open to all again once it has answered', async () => {
    const { gate, time } = gateAt();
    await bringDown(gate, 'a');
    time.now = 1000;
    await gate.enter('a', never);
    gate.answered('a');
    expect(await gate.enter('a', never)).toBeUndefined();
  });

  it('is not taken for down when an answer comes in between', async () => {
    const { gate } = gateAt();
    for (const outcome of ['failed', 'failed', 'answered', 'failed', 'failed'] as const)
      gate[outcome]('a', 'The host refused.');
    expect(gate.closed('a')).toBeUndefined();
  });
});
