import { describe, expect, it } from 'vitest';
import { html } from '#harvesters/html/html.ts';
import { knownTargets } from '#harvesters/html/synonyms.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import { sourceWith } from './read-html.ts';

const faults = (settings: unknown): string[] =>
  (html.settings.safeParse(settings).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('the settings of an html source', () => {
  it('may be empty', () => expect(faults({})).toEqual([]));

  it('refuse what they do not know, with its place', () => {
    expect(faults({ profil: 'label-value' })).toEqual([': Unrecognized key: "profil"']);
    expect(faults({ profile: 'unknown' })[0]).toMatch(/^profile: Invalid option/);
  });

  it('refuse selectors, patterns and properties that are none', () => {
    expect(faults({ content: 'main[' })).toEqual(['content: not a CSS selector']);
    expect(faults({ links: { pattern: '(' } })).toEqual(['links.pattern: not a regular expression']);
    expect(faults({ fields: [{ property: 'titel', selector: 'h1' }] })).toEqual([
      'fields.0.property: not a key of the property table, as title or temporal.startDate',
    ]);
    expect(faults({ fields: [{ property: 'temporal.colour', selector: 'h1' }] })).toHaveLength(1);
    expect(faults({ labels: { Navn: 'title@da', Fra: 'temporal.startDate' } })).toEqual([]);
    expect(faults({ labels: { Navn: 'constructor' } })).toHaveLength(1);
  });

  it('refuse a link rule that takes every link, and a field that stands nowhere or in two places', () => {
    expect(faults({ links: {} })[0]).toMatch(/^links: needs a selector, a pattern or a heading/);
    expect(faults({ fields: [{ property: 'title' }] })[0]).toMatch(/needs exactly one of/);
    expect(faults({ fields: [{ property: 'title', selector: 'h1', label: 'Navn' }] })[0]).toMatch(
      /needs exactly one of/,
    );
  });

  it('say where a run starts: the source’s address unless pages are named', () => {
    expect(html.first(sourceWith({}))).toEqual([{ url: 'https://owner.example/registre/proeve' }]);
    expect(html.first(sourceWith({ start: ['https://a.example/1', 'https://a.example/2'] }))).toEqual([
      { url: 'https://a.example/1' },
      { url: 'https://a.example/2' },
    ]);
  });
});

describe('the built-in labels', () => {
  it('stand for properties of the table only', () => {
    for (const { property } of knownTargets()) {
      const [key = '', part] = property.split('.');
      const row = propertyByKey('Dataset', key);
      expect(row, property).toBeDefined();
      if (part) expect(row?.range, property).toMatch(/^(Period|ContactPoint)$/);
    }
  });
});
