import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonFault, readJson } from '#infra/local/json-places.ts';
import { checkSettings } from '#infra/local/load-sources.ts';
import { parseSources, readSourceFile } from '#infra/local/source-file.ts';

const faultOf = (text: string): unknown => {
  try {
    readJson(text);
  } catch (error) {
    if (error instanceof JsonFault) return [error.place.line, error.place.column, error.message];
  }
  return 'no fault';
};

describe('JSON with places', () => {
  test('gives the same value as JSON.parse for any JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(3), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent);
        expect(readJson(written).value).toEqual(JSON.parse(written));
      }),
    );
  });

  test('names a fault in whatever JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.nat(), (text, from, length) => {
        const cut = text.slice(0, from % text.length) + text.slice((from % text.length) + (length % 3) + 1);
        let sound = true;
        try {
          JSON.parse(cut);
        } catch {
          sound = false;
        }
        // The one thing that is refused here and not there.
        const twice = String(faultOf(cut)).includes('written twice');
        expect(faultOf(cut) === 'no fault').toBe(sound && !twice);
      }),
    );
  });

  test.each([
    ['', 1, 1],
    ['{"a":1,}', 1, 8],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['[1, 2', 1, 6],
    ['{"a": tru}', 1, 7],
    ['{"a": "x\ny"}', 1, 7],
    ['{"a":1} x', 1, 9],
    ['{"a":1,"a":2}', 1, 8],
    ['{"a":01}', 1, 6],
  ])('of %j stands at line %i, column %i', (text, line, column) => {
    expect(faultOf(text)).toEqual([line, column, expect.any(String)]);
  });

  test('passes over a byte order mark', () => {
    expect(readJson('\uFEFF{"a":1}').value).toEqual({ a: 1 });
  });

  test('refuses nesting that would exhaust the stack', () => {
    expect(faultOf('['.repeat(100_000))).toEqual([1, expect.any(Number), 'the file is nested too deeply']);
  });
});

const sound = { id: 'a', owner: { id: 'o' }, format: 'dcat', url: 'https://x.dk/' };
const faults = (...sources: object[]) => parseSources(JSON.stringify({ sources }, null, 1), checkSettings);

describe('faults of a source file', () => {
  test('an unknown key stands at its own line', () => {
    expect(faults({ ...sound, owner: { id: 'o', nmae: {} } })).toEqual({
      faults: [{ line: 7, column: 13, path: 'sources[0].owner.nmae', message: 'this key is not known' }],
    });
  });

  test('a key that is missing stands at the object that lacks it', () => {
    const { url: _, ...rest } = sound;
    expect(faults(rest)).toMatchObject({ faults: [{ line: 3, column: 3, path: 'sources[0].url' }] });
  });

  test('all of them are named at once', () => {
    expect(faults({ ...sound, id: 'A B' }, { ...sound, url: 'ftp://x' })).toMatchObject({
      faults: [{ path: 'sources[0].id' }, { path: 'sources[1].url' }],
    });
  });

  test('an id that is used twice', () => {
    expect(faults(sound, sound)).toMatchObject({
      faults: [{ path: 'sources[1].id', message: expect.stringContaining('twice') }],
    });
  });

  test('a format that there is not', () => {
    expect(faults({ ...sound, format: 'rss' })).toMatchObject({ faults: [{ path: 'sources[0].format' }] });
  });

  test('settings that the format does not know', () => {
    expect(faults({ ...sound, settings: { surprise: 1 } })).toMatchObject({
      faults: [{ path: expect.stringContaining('sources[0].settings') }],
    });
  });

  test('a file that is not there is one sentence', () => {
    expect(() => readSourceFile('/nowhere/s.json', checkSettings)).toThrow(
      'The source file /nowhere/s.json cannot be read: there is no such file.',
    );
  });
});
