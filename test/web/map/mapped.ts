/** Registers as `/v1/map` gives them, for tests and measures of what is drawn of them. */
import type { MapDocument, Mapped } from '#web/pages/map/map-document.ts';

export const mapped = (id: string, more: Partial<Mapped> = {}): Mapped => ({
  id,
  title: { da: id },
  owner: 'ssi',
  kind: null,
  themes: ['HEAL'],
  healthCategories: [],
  access: null,
  individuals: null,
  records: null,
  variables: 0,
  periods: [],
  example: false,
  grade: 'D',
  ...more,
});

const THEMES = ['HEAL', 'SOCI', 'TECH', 'GOVE', 'EDUC', 'ECON'];
const GRADES = ['A', 'B', 'C', 'D', 'E', null] as const;
/** Owners of a large landscape: as many as there are regions, agencies and universities, and some large municipalities. */
const OWNERS = 40;

const generated = (index: number): Mapped =>
  mapped(`kilde-${index % OWNERS}.register-${index}`, {
    title: {
      da: `Landsdækkende register over årsager til sygdom nr. ${index}`,
      en: `National register number ${index}`,
    },
    owner: `ejer-${index % OWNERS}`,
    kind: index % 3 === 0 ? 'STATISTICAL' : null,
    themes: index % 17 === 0 ? [] : [THEMES[(index * 7) % THEMES.length] ?? ''],
    individuals: index % 4 === 0 ? null : ((index * 7919) % 900_000) + 100,
    records: index % 5 === 0 ? null : ((index * 104_729) % 9_000_000) + 100,
    variables: index % 21,
    periods: [
      { from: String(1940 + (index % 80)), until: index % 6 === 0 ? String(1945 + (index % 80)) : null },
      ...(index % 6 === 0 ? [{ from: String(1949 + (index % 70)), until: null }] : []),
    ],
    grade: GRADES[index % GRADES.length] ?? null,
  });

/** An answer of so many registers: the same each time. */
export function landscapeOf(count: number): MapDocument {
  const label = (name: string) => ({ da: name, en: name });
  return {
    total: count,
    omitted: 0,
    index: { epoch: 'e1', seq: count },
    owners: Array.from({ length: OWNERS }, (_, index) => ({ id: `ejer-${index}`, name: label(`Dataejer ${index}`) })),
    themes: THEMES.map((id) => ({ id, label: label(id) })),
    healthCategories: [],
    kinds: [{ id: 'STATISTICAL', label: label('Statistik') }],
    accessLevels: [],
    datasets: Array.from({ length: count }, (_, index) => generated(index)),
    links: { self: 'http://127.0.0.1/v1/map' },
  };
}
