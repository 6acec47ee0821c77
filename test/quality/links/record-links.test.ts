import { describe, expect, it } from 'vitest';
import { linkAddress, recordLinks } from '#quality/links/record-links.ts';

describe('the links of a record', () => {
  it('are its pages and those of its distributions, samples and services, each with its place', () => {
    const uses = recordLinks({
      title: { da: 'Cancerregisteret' },
      landingPage: ['https://sds.example/car'],
      page: [
        { iri: 'https://sds.example/car/dokumentation', title: { da: 'Dokumentation' } },
        { title: { da: 'På papir' } },
      ],
      distribution: [
        {
          accessURL: ['https://sds.example/adgang'],
          downloadURL: ['https://sds.example/a.csv', 'https://sds.example/b.csv'],
        },
        {
          accessService: [
            { endpointURL: ['https://sds.example/api'], page: [{ iri: 'https://sds.example/api/hjælp' }] },
          ],
        },
      ],
      sample: [{ downloadURL: ['https://sds.example/prøve.csv'] }],
      service: [
        { endpointDescription: ['https://sds.example/openapi.json'], landingPage: ['https://sds.example/tjeneste'] },
      ],
    });

    expect(Object.fromEntries(uses.map(({ url, place }) => [decodeURI(url), place]))).toEqual({
      'https://sds.example/car': 'landingPage',
      'https://sds.example/car/dokumentation': 'page',
      'https://sds.example/adgang': 'distribution[0].accessURL',
      'https://sds.example/a.csv': 'distribution[0].downloadURL',
      'https://sds.example/b.csv': 'distribution[0].downloadURL',
      'https://sds.example/api': 'distribution[1].accessService[0].endpointURL',
      'https://sds.example/api/hjælp': 'distribution[1].accessService[0].page',
      'https://sds.example/prøve.csv': 'sample[0].downloadURL',
      'https://sds.example/openapi.json': 'service[0].endpointDescription',
      'https://sds.example/tjeneste': 'service[0].landingPage',
    });
  });

  it('are not the names of things: themes, licences, publishers and the pages of a catalogue', () => {
    expect(
      recordLinks({
        theme: ['http://publications.europa.eu/resource/authority/data-theme/HEAL'],
        publisher: { iri: 'https://sds.example/', homepage: 'https://sds.example/' },
        relation: ['https://sds.example/lpr'],
        distribution: [{ license: 'https://creativecommons.org/licenses/by/4.0/' }],
      }),
    ).toEqual([]);
  });

  it('carry the media types that are declared of a file, and of nothing but a file', () => {
    const uses = recordLinks({
      distribution: [
        {
          accessURL: ['https://sds.example/adgang'],
          downloadURL: ['https://sds.example/a.csv.gz'],
          mediaType: 'https://www.iana.org/assignments/media-types/text/csv',
          compressFormat: 'application/gzip',
        },
        { downloadURL: ['https://sds.example/b'], mediaType: 'regneark' },
      ],
    });
    expect(uses.map(({ mediaTypes }) => mediaTypes)).toEqual([[], ['text/csv', 'application/gzip'], []]);
  });

  it('are bounded: of a record with thousands the first are checked, with all their places', () => {
    const downloadURL = Array.from({ length: 3000 }, (_, index) => `https://sds.example/${index}.csv`);
    const uses = recordLinks({ landingPage: ['https://sds.example/0.csv'], distribution: [{ downloadURL }] });
    expect(new Set(uses.map(({ url }) => url)).size).toBe(500);
    expect(uses.length).toBe(501);
  });
});

describe('one address of thousands of distributions', () => {
  it('is told with its first hundred places', () => {
    const distribution = Array.from({ length: 5000 }, () => ({ accessURL: ['https://sds.example/'] }));
    const uses = recordLinks({ landingPage: ['https://sds.example/andet'], distribution });
    expect(uses.filter(({ url }) => url === 'https://sds.example/').length).toBe(100);
    expect(uses.some(({ url }) => url === 'https://sds.example/andet')).toBe(true);
  });
});

describe('an address', () => {
  it('is told without the credentials that are never sent', () => {
    expect(linkAddress('https://ane:hemmelig@sds.example/a')).toBe('https://sds.example/a');
  });

  it('is that of the web, without its fragment, as it is asked for', () => {
    expect(linkAddress('HTTPS://SDS.example/Søg?q=a b#afsnit')).toBe('https://sds.example/S%C3%B8g?q=a%20b');
  });

  it('is none for a mail address, a file share, a name, a relative path, or what no browser takes', () => {
    const none = [
      'mailto:a@sds.example',
      'ftp://sds.example/a',
      'urn:x:y',
      '/sti',
      '',
      `https://a.example/${'x'.repeat(2000)}`,
      `https://${'lang.'.repeat(60)}example/`,
    ];
    expect(none.map(linkAddress)).toEqual(none.map(() => undefined));
  });
});
