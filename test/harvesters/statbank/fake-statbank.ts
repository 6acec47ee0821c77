/**
 * A StatBank in memory, in the shape that Statistics Denmark documents: subjects, tables and tableinfo, in two languages.
 * The tables are made up.
 */

interface FakeTable {
  readonly id: string;
  readonly subject: string;
  readonly da: string;
  readonly en: string;
  readonly updated: string;
  readonly active: boolean;
  readonly periods: readonly string[];
}

interface FakeSubject {
  readonly id: string;
  readonly description: string;
  readonly active: boolean;
  readonly hasSubjects: boolean;
  readonly subjects: readonly FakeSubject[];
}

const subject = (id: string, description: string, ...subjects: FakeSubject[]): FakeSubject => ({
  id,
  description,
  active: true,
  hasSubjects: subjects.length > 0,
  subjects,
});

const TREE: readonly FakeSubject[] = [
  subject('1', 'Borgere', subject('3401', 'Befolkning', subject('20021', 'Befolkningstal'))),
  subject(
    '4',
    'Sociale forhold',
    subject('3421', 'Sundhed', subject('20101', 'Sygehuse'), subject('20102', 'Egen læge')),
    subject('3422', 'Kriminalitet', subject('20110', 'Ofre')),
  ),
];

export class FakeStatbank {
  readonly tables: FakeTable[] = [];
  /** Addresses, by their end, that answer with a status instead. */
  readonly failing = new Map<string, number>();

  add(id: string, subjectId: string, more: Partial<FakeTable> = {}): void {
    const table = { da: `Tabel ${id}`, en: `Table ${id}`, updated: '2026-02-11T08:00:00', active: true };
    this.tables.push({ id, subject: subjectId, ...table, periods: ['2024K1', '2024K2', '2025K4'], ...more });
  }

  answer(address: string): string | number {
    const { pathname, searchParams: query } = new URL(address);
    for (const [end, status] of this.failing) if (address.endsWith(end)) return status;
    const [, , name, id] = pathname.split('/');
    const isDanish = query.get('lang') === 'da';
    if (name === 'subjects') return JSON.stringify(id === undefined ? TREE : TREE.flatMap((top) => below(top, id)));
    if (name === 'tables') return JSON.stringify(this.#list(query));
    const table = this.tables.find((one) => one.id === id);
    if (table !== undefined) return JSON.stringify(infoOf(table, isDanish));
    return JSON.stringify({ errorTypeCode: 'EXTRACT-NOTFOUND', message: 'Tabellen blev ikke fundet' });
  }

  #list(query: URLSearchParams): object[] {
    const all = query.get('includeInactive') === 'true';
    return this.tables
      .filter((table) => table.subject === query.get('subjects') && (all || table.active))
      .map(({ id, da, updated, active }) => ({
        id,
        text: da,
        unit: 'Antal',
        updated,
        active,
        variables: ['køn', 'tid'],
      }));
  }
}

const below = (top: FakeSubject, codes: string): FakeSubject[] =>
  codes.split(',').includes(top.id) ? [top] : top.subjects.flatMap((inner) => below(inner, codes));

const infoOf = ({ id, da, en, updated, active, periods }: FakeTable, isDanish: boolean): object => ({
  id,
  text: isDanish ? da : en,
  description: isDanish ? `${da} efter køn og tid` : `${en} by sex and time`,
  unit: isDanish ? 'Antal' : 'Number',
  suppressedDataValue: '0',
  updated,
  active,
  contacts: [{ name: 'Anne Hansen', phone: '+4539173917', mail: 'ah@example.dk' }],
  documentation: { id: 'doc-1', url: 'https://www.example.dk/dokumentation/1' },
  footnote: { text: isDanish ? 'Brud i 2025.' : 'Break in 2025.', mandatory: false },
  variables: [
    {
      id: 'KØN',
      text: isDanish ? 'køn' : 'sex',
      elimination: true,
      time: false,
      values: [
        { id: 'TOT', text: isDanish ? 'I alt' : 'Total' },
        { id: '1', text: isDanish ? 'Mænd' : 'Men' },
      ],
    },
    {
      id: 'Tid',
      text: isDanish ? 'tid' : 'time',
      elimination: false,
      time: true,
      values: periods.map((period) => ({ id: period, text: period })),
    },
  ],
});
