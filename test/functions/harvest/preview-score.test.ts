import { describe, expect, test } from 'vitest';
import type { Preview } from '#functions/harvest/preview.ts';
import { previewScore } from '#functions/harvest/preview-score.ts';
import { previewText } from '#infra/local/preview-text.ts';
import { Source } from '#schemas/source.ts';
import { entryOf } from '#test/quality/entry.ts';

const source = Source.parse({ id: 'sds', owner: { id: 'ejer' }, format: 'dcat', url: 'https://example.dk/' });
const NOW = '2026-06-01T12:00:00Z';
const themes = ['http://publications.europa.eu/resource/authority/data-theme/HEAL'];
const entries = [
  entryOf({ title: { da: 'Prøve' } }),
  entryOf({ title: { da: 'Prøve' }, description: { da: 'Prøve' }, keyword: { da: ['prøve'] }, theme: themes }),
];
const score = previewScore(entries, source, NOW);

describe('the score of a preview', () => {
  test('is the mean of the records that would be kept', () => {
    // 0 of the first; of the second 30 for keywords, 30 for the theme and 30 for conforming to DCAT-AP.
    expect(score).toMatchObject({ records: 2, mqa: { points: 45, of: 405 }, grades: { A: 0, E: 2 } });
  });

  test('is none where no record is new or changed', () => {
    expect(previewScore([], source, NOW)).toBeNull();
  });

  test('stands in the text with what it leaves out, and not where there is none', () => {
    const preview: Preview = {
      source: 'sds',
      coverage: 'complete',
      whole: true,
      rows: [],
      entries,
      score,
      problems: [],
      wouldRemove: [],
      wouldHold: [],
    };

    expect(previewText(preview, 10)).toMatch(/score: grade E \(\d+ %\), MQA 45 of 405; mean of 2 .*no link was asked/);
    expect(previewText({ ...preview, score: null }, 10)).not.toContain('score');
  });
});
