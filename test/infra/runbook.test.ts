import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentWith, synthesised } from './stand-in.ts';

const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'runbook.md'), 'utf8');
const articles = new Map(
  text
    .split('\n## ')
    .slice(1)
    .map((article) => {
      const [title = '', ...lines] = article.split('\n');
      return [title, lines.join('\n')] as const;
    }),
);

/** The questions that somebody has who is woken. */
const QUESTIONS = ['**Users notice**', '**Look**', '**Do**', '**Over**'];

const alarms = synthesised(environmentWith({ mailFrom: 'Datalandkort <rapport@example.dk>' })).all(
  'AWS::CloudWatch::Alarm',
);
const named = alarms.map(({ AlarmName, AlarmDescription }) => {
  const [, title = ''] = /docs\/runbook\.md, "([^"]+)"/.exec(String(AlarmDescription)) ?? [];
  return [String(AlarmName), title] as const;
});

describe('the runbook', () => {
  it('is named by every alarm', () => {
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(([, title]) => title === '')).toEqual([]);
  });

  it.each([...new Map(named.map(([alarm, title]) => [title, alarm]))])(
    'says in "%s" what users notice, where to look, what to do, and when it is over (alarm %s)',
    (title) => {
      const article = articles.get(title) ?? '';
      expect(QUESTIONS.filter((question) => !article.includes(question))).toEqual([]);
    },
  );

  it('has no article for an alarm that there is not', () => {
    const forAlarms = [...articles].filter(([, article]) => article.includes('**Over**')).map(([title]) => title);
    const titles: ReadonlySet<string> = new Set(named.map(([, title]) => title));
    expect(forAlarms.filter((title) => !titles.has(title))).toEqual([]);
  });

  it('quotes no article that it does not have', () => {
    const quoted = [...text.matchAll(/(?:see|what|and|in) "([A-Z][^"\n]+)"(?= |,|\.|;)/g)].map(
      ([, title = '']) => title,
    );
    const [first] = quoted;
    expect(first).toBeDefined();
    const lines = new Set(['The environment is not complete', 'The search file would be larger']);
    expect(quoted.filter((title) => !articles.has(title) && !lines.has(title))).toEqual([]);
  });
});
