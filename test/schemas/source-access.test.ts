import { describe, expect, it } from 'vitest';
import { SourceFile } from '#schemas/source.ts';

const faultsOf = (over: object): string[] => {
  const source = { id: 'a', owner: { id: 'o' }, format: 'dcat', url: 'https://owner.example/catalogue.ttl', ...over };
  const parsed = SourceFile.safeParse({ sources: [source] });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

const oauth = { kind: 'oauth2-client', clientId: 'us', secret: 'the-key', tokenUrl: 'https://login.example/token' };

describe('the credentials of a source', () => {
  it.each([
    { kind: 'header', name: 'X-Api-Key', secret: 'the-key' },
    { kind: 'bearer', secret: 'the-key' },
    { kind: 'basic', user: 'høster', secret: 'the-key' },
    oauth,
    { ...oauth, scope: 'read:catalogue list' },
  ])('may be %o', (credentials) => expect(faultsOf({ credentials })).toEqual([]));

  it('name a secret: what looks like one itself is refused', () => {
    expect(faultsOf({ credentials: { kind: 'bearer', secret: 'eyJhbGciOi.J9/x+==' } })).toEqual([
      'sources.0.credentials.secret: the name of a secret and not the secret itself: lower-case letters, digits and hyphens, at most 63',
    ]);
  });

  it('do not stand in an address, and the fault says where they belong', () => {
    expect(faultsOf({ url: 'https://user:word@owner.example/' })).toEqual([
      expect.stringMatching(/^sources\.0\.url: .*"credentials"/),
    ]);
    expect(faultsOf({ credentials: { ...oauth, tokenUrl: 'https://us:word@login.example/token' } })).toEqual([
      expect.stringMatching(/^sources\.0\.credentials\.tokenUrl: /),
    ]);
  });

  it('are sent where nobody on the way can read them', () => {
    const credentials = { kind: 'bearer', secret: 'the-key' };
    expect(faultsOf({ url: 'http://owner.example/', credentials })).toEqual([
      'sources.0.url: credentials are sent over https only',
    ]);
    expect(faultsOf({ url: 'http://127.0.0.1:8080/', credentials })).toEqual([]);
  });

  it.each(['Host', 'content-length', 'two words', ''])('cannot be the header "%s"', (name) =>
    expect(faultsOf({ credentials: { kind: 'header', name, secret: 'the-key' } })).toHaveLength(1),
  );

  it('have no members of another kind', () => {
    expect(faultsOf({ credentials: { kind: 'bearer', secret: 'the-key', password: 'x' } })).toHaveLength(1);
  });
});

describe('quiet hours', () => {
  it.each(['24:00', '7:00', '12:60'])('are times of a day, which %s is not', (from) =>
    expect(faultsOf({ politeness: { quietHours: { from, to: '06:00' } } })).toHaveLength(1),
  );
});
