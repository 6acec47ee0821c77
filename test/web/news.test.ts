import { expect, test } from 'vitest';
import { groupByDay, readNews } from '#web/pages/changes/news.ts';

const item = (seq: number, published: string) => ({
  id: `https://data.example.dk/v1/changes/${seq}`,
  url: 'https://data.example.dk/id/dataset/sds.lpr',
  title: 'Ændret datasæt: Landspatientregisteret',
  content_text: 'Ejeren har ændret titel.',
  date_published: published,
});

test('a page of the feed names the register of each change, and where older ones are', () => {
  const feed = {
    items: [item(7, '2026-11-26T10:00:00Z')],
    next_url: 'https://data.example.dk/v1/feeds/feed.json?lang=da&page=3',
  };
  expect(readNews(feed)).toEqual({
    items: [
      {
        id: 'https://data.example.dk/v1/changes/7',
        register: 'sds.lpr',
        title: 'Ændret datasæt: Landspatientregisteret',
        text: 'Ejeren har ændret titel.',
        published: '2026-11-26T10:00:00Z',
      },
    ],
    cursor: '3',
  });
});

test('a feed that ends has no page before it, and what is no feed has no news', () => {
  expect(readNews({ items: [] })).toEqual({ items: [], cursor: null });
  expect(readNews('<html>')).toEqual({ items: [], cursor: null });
  expect(readNews({ items: [null, 3, { id: 'x' }] })).toEqual({ items: [], cursor: null });
});

test('an address elsewhere is no register', () => {
  const feed = { items: [{ ...item(1, '2026-11-26T10:00:00Z'), url: 'javascript:alert(1)' }] };
  expect(readNews(feed).items[0]?.register).toBeUndefined();
});

test('changes of one day stand together, the days in the order of the feed', () => {
  const feed = {
    items: [item(3, '2026-11-26T12:00:00Z'), item(2, '2026-11-26T11:00:00Z'), item(1, '2026-11-24T12:00:00Z')],
  };
  const days = groupByDay(readNews(feed).items).map(({ day, items }) => [day, items.length]);
  expect(days).toEqual([
    ['2026-11-26', 2],
    ['2026-11-24', 1],
  ]);
});
