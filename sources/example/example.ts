/** The bundled example: a small web of owner sites and feeds, as a pure function of the request. */
import { answer, type Content, type ExampleAnswer, type ExampleRequest, notFound } from './answer.ts';
import { banner, type Register } from './register.ts';
import { registersOf, type SiteName } from './registers.ts';
import { renderDataJson } from './render-data-json.ts';
import {
  fileName,
  listEntry,
  renderDocumentation,
  renderFile,
  renderFileList,
  renderLabelled,
  renderList,
  renderProse,
} from './render-html.ts';
import { renderJsonLd } from './render-json-ld.ts';
import { renderRdfXml } from './render-rdf-xml.ts';
import { renderTurtle } from './render-turtle.ts';

/** All of the example stands below this path. */
export const EXAMPLE_PATH = '/example/';

/** So many datasets stand on a page of the Turtle catalogue: three pages, so that paging has a middle. */
const TURTLE_PAGE_SIZE = 10;

/** So many registers stand on a page of a list. */
const LIST_PAGE_SIZE = 6;

type Query = ExampleRequest['query'];

/** What a site says at the rest of its path; undefined where it has no such page. */
type Site = (rest: string, query: Query) => Content | undefined;

const page = (body: string): Content => ({ type: 'text/html', body });

const site = (name: SiteName, title: string) => ({ title, path: `${EXAMPLE_PATH}${name}/` });

const find = (name: SiteName, id: string | undefined): Register | undefined =>
  registersOf(name).find((one) => one.id === id);

const pageNumber = (query: Query): number => Math.max(1, Number.parseInt(query.page ?? query.side ?? '1', 10) || 1);

const slice = <Item>(items: readonly Item[], number: number, size: number): readonly Item[] =>
  items.slice((number - 1) * size, number * size);

/** A site of register pages below `registre/`, with its list in pages. */
const listed = (name: SiteName, title: string, intro: string, render: typeof renderProse): Site => {
  const self = site(name, title);
  return (rest, query) => {
    if (rest === '') {
      const number = pageNumber(query);
      const shown = slice(registersOf(name), number, LIST_PAGE_SIZE);
      const next = number * LIST_PAGE_SIZE < registersOf(name).length ? `${self.path}?side=${number + 1}` : undefined;
      const entries = shown.map((one) => listEntry(one, `${self.path}registre/${one.id}`));
      return shown.length === 0 ? undefined : page(renderList(self, intro, entries, next));
    }
    const register = find(name, /^registre\/([a-z0-9-]+)$/.exec(rest)?.[1]);
    return register && page(render(self, register));
  };
};

const documentation: Site = (rest, query) => {
  const self = site('dokumentation', 'Dokumentation af registre');
  if (rest === '') {
    const entries = registersOf('dokumentation').map((one) => listEntry(one, `${self.path}vis?id=${one.id}`));
    return page(renderList(self, 'Registre med deres tabeller og variabler.', entries));
  }
  const register = rest === 'vis' ? find('dokumentation', query.id) : undefined;
  return register && page(renderDocumentation(self, register));
};

const fileLists: Site = (rest) => {
  const self = site('fillister', 'Filer om registre');
  const registers = registersOf('fillister');
  if (rest === '') return page(renderFileList(self, registers));
  const register = registers.find((one) => `filer/${fileName(one)}` === rest);
  return register && { type: 'text/csv', body: renderFile(register) };
};

const turtle: Site = (rest, query) => {
  const all = registersOf('kvalitetsdatabaser');
  const number = pageNumber(query);
  const registers = slice(all, number, TURTLE_PAGE_SIZE);
  if (rest !== 'katalog.ttl' || registers.length === 0) return undefined;
  const pages = Math.ceil(all.length / TURTLE_PAGE_SIZE);
  const body = renderTurtle({
    site: 'kvalitetsdatabaser',
    title: 'Kliniske kvalitetsdatabaser',
    registers,
    total: all.length,
    page: number,
    pages,
    access: 'https://rkkp-forskningsadgang.dk/',
  });
  return { type: 'text/turtle', body };
};

const sites: Readonly<Record<SiteName, Site>> = {
  registeroplysninger: listed(
    'registeroplysninger',
    'Nationale sundhedsregistre',
    'Her fortæller vi om de nationale sundhedsregistre.',
    renderProse,
  ),
  dokumentation: documentation,
  forskningsregistre: listed(
    'forskningsregistre',
    'Registre til forskning',
    'Registre og kohorter, som forskere bruger.',
    renderLabelled,
  ),
  fillister: fileLists,
  kvalitetsdatabaser: turtle,
  personregistre: (rest) =>
    rest === 'katalog.rdf'
      ? {
          type: 'application/rdf+xml',
          body: renderRdfXml('personregistre', 'Person- og ydelsesregistre', registersOf('personregistre')),
        }
      : undefined,
  kommunedata: (rest) =>
    rest === 'katalog.jsonld'
      ? {
          type: 'application/ld+json',
          body: renderJsonLd('kommunedata', 'Kommunale data', registersOf('kommunedata')),
        }
      : undefined,
  undersoegelser: (rest) =>
    rest === 'data.json'
      ? { type: 'application/json', body: renderDataJson(registersOf('undersoegelser')) }
      : undefined,
};

const isSite = (name: string): name is SiteName => Object.hasOwn(sites, name);

const entrances: Readonly<Record<SiteName, string>> = {
  registeroplysninger: '',
  dokumentation: '',
  forskningsregistre: '',
  fillister: '',
  kvalitetsdatabaser: 'katalog.ttl',
  personregistre: 'katalog.rdf',
  kommunedata: 'katalog.jsonld',
  undersoegelser: 'data.json',
};

/** Where a site begins, below the example's host. */
export const entranceOf = (name: SiteName): string => `${EXAMPLE_PATH}${name}/${entrances[name]}`;

const frontPage = (): Content => {
  const self = { title: 'Eksempelsteder', path: EXAMPLE_PATH };
  const names = Object.keys(sites).filter(isSite);
  return page(
    renderList(
      self,
      banner.da,
      names.map((name) => [entranceOf(name), name] as const),
    ),
  );
};

const contentOf = (path: string, query: Query): Content | undefined => {
  if (path === EXAMPLE_PATH) return frontPage();
  const [, name = '', rest] = /^\/example\/([a-z]+)\/(.*)$/.exec(path) ?? [];
  return isSite(name) && rest !== undefined ? sites[name](rest, query) : undefined;
};

/**
 * Answers a request to the example: owner pages of four families and feeds of four kinds, describing real registers in our
 * own words. Pure: the same request has the same answer, with an ETag, and 304 for who has it.
 */
export function exampleSite(request: ExampleRequest): ExampleAnswer {
  // Robots ask at the root of a host; the example lets all of them in.
  if (/^(?:\/example)?\/robots\.txt$/.test(request.path)) {
    return answer(request, { type: 'text/plain', body: 'User-agent: *\nAllow: /\n' });
  }
  const content = contentOf(request.path, request.query);
  return content ? answer(request, content) : notFound(request.path);
}
