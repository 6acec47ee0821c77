import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SourceFile } from '#schemas/source.ts';
import { harvesters } from './crawl.ts';

const file: unknown = JSON.parse(readFileSync(new URL('../../sources/denmark.json', import.meta.url), 'utf8'));
const { sources } = SourceFile.parse(file);

describe('the Danish endpoints', () => {
  it('are all off, and each says that nobody has verified it from here', () => {
    for (const source of sources) {
      expect(source.enabled, source.id).toBe(false);
      expect(source.note, source.id).toContain('Not verified from here');
    }
  });

  it('name the DCAT feeds, the StatBank and the owners of registers', () => {
    const hosts = sources.map(({ url }) => new URL(url).host);
    for (const host of ['admin.opendata.dk', 'geodata-info.dk', 'nap.vd.dk', 'prod-nap2.dannap.dk', 'api.statbank.dk'])
      expect(hosts).toContain(host);
    for (const host of ['www.dst.dk', 'ncrr.au.dk', 'www.rigsarkivet.dk', 'www.rkkp.dk', 'www.esundhed.dk'])
      expect(hosts).toContain(host);
  });

  it('have settings that the harvester of their format takes', () => {
    for (const { id, format, settings } of sources) {
      const schema = harvesters[format]?.settings;
      if (schema) expect(schema.safeParse(settings).error?.issues, id).toBeUndefined();
    }
  });
});
