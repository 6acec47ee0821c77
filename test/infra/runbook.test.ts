import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const stages = join(root, 'infra', 'stages');
const text = readdirSync(stages)
  .map((name) => readFileSync(join(stages, name), 'utf8'))
  .join('\n');
const articles = [...text.matchAll(/docs\/runbook\.md, "([^"]+)"/g)].map(([, title]) => title ?? '');

describe('the runbook', () => {
  it('is named by alarms at all', () => expect(articles.length).toBeGreaterThan(0));

  it.each(articles)('has the article that an alarm names: %s', (title) => {
    expect(readFileSync(join(root, 'docs', 'runbook.md'), 'utf8')).toContain(`\n## ${title}\n`);
  });
});
