import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { sendReports } from '#functions/send-reports/send-reports.ts';
import { mailMessage } from '#functions/shared/mail-message.ts';
import type { Mail } from '#functions/shared/mailer.ts';
import { readOwnerToken } from '#functions/shared/owner-link.ts';
import type { Dataset } from '#schemas/record.ts';
import type { Source } from '#schemas/source.ts';
import { exampleSource } from '../memory-control.ts';
import { memoryErased } from '../memory-erased.ts';
import { memoryLetters } from '../memory-letters.ts';
import { reportScene } from './scene.ts';

const SECRET = 'what-the-links-of-owners-are-signed-with';
const PLAIN: Dataset = {
  title: { da: 'Cancerregisteret' },
  description: { da: 'Alle kræfttilfælde i Danmark siden 1943.' },
};

function postOffice(sources?: Source[], pdfBytes = 10, whileSending?: (mail: Mail) => Promise<void>) {
  const scene = reportScene(sources ? { sources } : {});
  const letters = memoryLetters();
  const erased = memoryErased();
  const mails: Mail[] = [];
  const built: string[] = [];
  const send = async () => {
    const outcomes = await sendReports({
      sources: scene.sources,
      erased,
      letters,
      reports: {
        build: (owner) => {
          built.push(owner);
          return scene.build(owner);
        },
        keep: scene.keep,
      },
      mailer: {
        send: async (mail) => {
          await whileSending?.(mail);
          mails.push(mail);
        },
      },
      pdf: async (report, language) => Buffer.from(`%PDF ${report.owner.id} ${language}`.padEnd(pdfBytes)),
      clock: scene.clock,
      secret: SECRET,
      publicUrl: 'https://data.example.dk',
      outOfTime: () => false,
    });
    return Object.fromEntries(outcomes.map(({ owner, outcome }) => [owner, outcome]));
  };
  return { scene, letters, erased, mails, built, send };
}

describe('letters to owners', () => {
  it('come by the owner’s rhythm, and only when there is something to tell', async () => {
    const { scene, mails, send } = postOffice();
    await scene.tell('sds.car', PLAIN);
    const first = await send();
    scene.wait(1);
    const early = await send();
    scene.wait(30);
    const silent = await send();
    await scene.tell('sds.car', { ...PLAIN, keyword: { da: ['kræft'] } });
    scene.wait(1);
    const news = await send();

    expect([first, early, silent, news]).toEqual([
      { sds: 'sent' },
      { sds: 'not-due' },
      { sds: 'nothing-new' },
      { sds: 'sent' },
    ]);
    expect(mails).toHaveLength(2);
  });

  it('come all the same to an owner who wants them so, and weekly to one who wants that', async () => {
    const { scene, letters, send } = postOffice();
    await scene.tell('sds.car', PLAIN);
    await send();
    await letters.save({ ...(await letters.get('sds')), frequency: 'weekly', always: true });
    scene.wait(6);
    const early = await send();
    scene.wait(1);

    expect([early, await send()]).toEqual([{ sds: 'not-due' }, { sds: 'sent' }]);
  });

  it('come never to who asked to be erased, also before the source is without the address', async () => {
    const { scene, erased, mails, send } = postOffice();
    await scene.tell('sds.car', PLAIN);
    await erased.add('data@sds.example', '2026-11-23T04:00:00.000Z');
    expect(await send()).toEqual({ sds: 'no-address' });
    expect(mails).toEqual([]);
  });

  it('come never to who wants none, to who has no address, or whose letters came back', async () => {
    const owner = (id: string, email?: string): Source => ({
      ...exampleSource,
      id,
      owner: { id, name: {}, ...(email && { email }) },
    });
    const { letters, mails, send } = postOffice([owner('a'), owner('b', 'b@b.example'), owner('c', 'c@c.example')]);
    await letters.save({ ...(await letters.get('b')), frequency: 'off' });
    await letters.save({
      ...(await letters.get('c')),
      stopped: { at: '2026-11-01T00:00:00.000Z', reason: 'bounced', detail: 'x', addresses: ['c@c.example'] },
    });

    expect(await send()).toEqual({ a: 'no-address', b: 'off', c: 'stopped' });
    expect(mails).toEqual([]);
  });

  it('are not looked for again on the day on which there was nothing to tell', async () => {
    const { scene, built, send } = postOffice();
    await scene.tell('sds.car', PLAIN);
    await send();
    scene.wait(30);
    const outcomes = [await send(), await send()];
    scene.wait(1);
    outcomes.push(await send());

    expect(outcomes).toEqual([{ sds: 'nothing-new' }, { sds: 'not-due' }, { sds: 'nothing-new' }]);
    expect(built).toHaveLength(3);
  });

  it('come to all other owners when the one to an owner fails, and the failure is told', async () => {
    const owner = (id: string): Source => ({
      ...exampleSource,
      id,
      owner: { id, name: {}, email: `${id}@${id}.example` },
    });
    const { mails, send } = postOffice([owner('a'), owner('b')], 10, async ({ to }) => {
      if (to.includes('a@a.example')) throw new Error('MessageRejected');
    });

    await expect(send()).rejects.toThrow('The letter to a: Error: MessageRejected');
    expect(mails.map(({ to }) => to)).toEqual([['b@b.example']]);
  });

  it('never undo what the owner chose while one of them was on its way', async () => {
    const { scene, letters, send } = postOffice(undefined, 10, () =>
      letters.change('sds', (letter) => ({ ...letter, frequency: 'off' })),
    );
    await scene.tell('sds.car', PLAIN);
    await send();

    expect(await letters.get('sds')).toMatchObject({ frequency: 'off', sentAt: '2026-11-23T04:00:00.000Z' });
  });

  it('go on when the source names another address than the one that they came back from', async () => {
    const { scene, letters, mails, send } = postOffice();
    await scene.tell('sds.car', PLAIN);
    const stopped = { at: '2026-11-01T00:00:00.000Z', reason: 'bounced' as const, detail: 'x' };
    await letters.save({ ...(await letters.get('sds')), stopped: { ...stopped, addresses: ['old@sds.example'] } });

    expect(await send()).toEqual({ sds: 'sent' });
    expect(mails).toHaveLength(1);
    expect(await letters.get('sds')).toMatchObject({ stopped: null });
  });

  it('wait until every register was assessed', async () => {
    const { scene, send } = postOffice();
    await scene.tell('sds.car', PLAIN, { assess: false });

    expect(await send()).toEqual({ sds: 'not-assessed' });
  });

  it('are mails that a mail program can read: both languages, both PDFs, and the way to be spared further ones', async () => {
    const { scene, mails, send } = postOffice();
    await scene.tell('sds.car', PLAIN);
    await send();
    const [mail] = mails;
    const read = await simpleParser(await mailMessage(mail as Mail, 'Datalandkort æøå <rapport@data.example.dk>'));

    expect(read.subject).toMatch(/^Datalandkort: Sundhedsdatastyrelsen – [A-E]$/);
    expect(read.from?.value).toEqual([{ name: 'Datalandkort æøå', address: 'rapport@data.example.dk' }]);
    expect([read.to].flat()[0]?.text).toBe('data@sds.example');
    expect(read.text).toMatch(
      /Beskrivelsen af jeres register i Datalandkort har karakteren [A-E] \(\d+ af 100 point\)/,
    );
    expect(read.text).toMatch(/1\. Tilføj »[^«]+« i 1 register \(\+[\d,]+ point/);
    expect(read.text).toMatch(
      /The description of your register in Datalandkort has the grade [A-E] \(\d+ of 100 points\)/,
    );
    expect(read.text).toMatch(/1\. Add “[^”]+” in 1 register \(\+[\d.]+ points/);
    expect(read.html).toContain('<section lang="da">');
    expect(read.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      ['datalandkort-sds-2026-11-23-da.pdf', 'application/pdf'],
      ['datalandkort-sds-2026-11-23-en.pdf', 'application/pdf'],
    ]);
    expect(read.headers.get('list-unsubscribe-post') ?? read.headers.get('list')).toBeDefined();
  });

  it('hold a link that speaks for the owner, and one that ends the letters', async () => {
    const { scene, mails, send } = postOffice();
    await scene.tell('sds.car', PLAIN);
    await send();
    const [mail] = mails;
    const [, token = ''] = /\/da\/owner\/([^/\s"]+)/.exec(mail?.text ?? '') ?? [];
    expect(mail?.text).toContain(`https://data.example.dk/en/owner/${token}`);

    expect(readOwnerToken(SECRET, token, scene.clock())).toMatchObject({ owner: 'sds', links: 1 });
    expect(mail?.unsubscribe).toBe(`https://data.example.dk/v1/owner-links/${token}/unsubscribe`);
  });

  it('lead to what is too large to be attached', async () => {
    const { scene, mails, send } = postOffice(undefined, 4_000_000);
    await scene.tell('sds.car', PLAIN);
    await send();
    const [mail] = mails;

    expect(mail?.attachments.map(({ filename }) => filename)).toEqual(['datalandkort-sds-2026-11-23-da.pdf']);
    expect(mail?.text).toContain('Hele rapporten er vedhæftet.');
    expect(mail?.text).toContain('https://data.example.dk/v1/owners/sds/report.html?lang=en');
  });
});
