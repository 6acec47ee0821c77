/** A CKAN portal in memory: packages with their moments of change, searched as `package_search` does. */

interface Package {
  readonly id: string;
  readonly title: string;
  readonly modified: string;
  readonly state: string;
  readonly isPrivate: boolean;
}

const SINCE = /metadata_modified:\[(\S+) TO \*\]/;

export class FakePortal {
  readonly packages = new Map<string, Package>();

  /** Adds a package, or changes it. */
  put(id: string, at: number, { title = `Register ${id}`, state = 'active', isPrivate = false } = {}): void {
    this.packages.set(id, { id, title, modified: new Date(at).toISOString().slice(0, -1), state, isPrivate });
  }

  remove(id: string): void {
    this.packages.delete(id);
  }

  /** The answer to a search; 404 for any other address. */
  answer(address: string): string | number {
    const { pathname, searchParams: query } = new URL(address);
    if (pathname !== '/api/3/action/package_search' || query.get('sort') !== 'id asc') return 404;
    const since = SINCE.exec(query.get('fq') ?? '')?.[1]?.replace('Z', '') ?? '';
    const found = [...this.packages.values()]
      .filter(({ modified }) => modified >= since)
      .sort((one, other) => (one.id < other.id ? -1 : 1));
    const start = Number(query.get('start'));
    const results = found.slice(start, start + Number(query.get('rows'))).map(packageJson);
    return JSON.stringify({ help: 'https://portal.dk/help', success: true, result: { count: found.length, results } });
  }
}

const packageJson = ({ id, title, modified, state, isPrivate }: Package): object => ({
  id,
  name: `package-${id}`,
  title,
  notes: `Om ${title}: æøå`,
  state,
  private: isPrivate,
  metadata_created: '2025-01-01T00:00:00',
  metadata_modified: modified,
  license_id: 'cc-by',
  license_url: 'https://creativecommons.org/licenses/by/4.0/',
  organization: { id: 'org-1', name: 'styrelsen', title: 'Styrelsen' },
  tags: [{ name: 'sundhed', display_name: 'sundhed' }],
  resources: [{ id: `${id}-1`, url: `https://portal.dk/files/${id}.csv`, format: 'CSV', state: 'active' }],
});
