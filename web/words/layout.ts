/** What stands around every page. */
import type { Word } from './word.ts';

export const layoutWords = {
  'site.name': { da: 'Datalandkort', en: 'Datalandkort' },
  'site.claim': { da: 'Landkortet over danske sundhedsdata', en: 'The map of Danish health data' },
  'skip.main': { da: 'Gå til indholdet', en: 'Skip to content' },
  'nav.label': { da: 'Sider', en: 'Pages' },
  'nav.map': { da: 'Landkortet', en: 'The map' },
  'nav.variables': { da: 'Variabler', en: 'Variables' },
  'nav.owners': { da: 'Dataejere', en: 'Owners' },
  'nav.themes': { da: 'Temaer', en: 'Themes' },
  'nav.changes': { da: 'Ændringer', en: 'Changes' },
  'nav.about': { da: 'Om landkortet', en: 'About the map' },
  'nav.operator': { da: 'For driften', en: 'For operators' },
  'language.other': { da: 'English', en: 'Dansk' },
  'footer.api': { da: 'API og dokumentation', en: 'API and documentation' },
  'footer.accessibility': { da: 'Tilgængelighed', en: 'Accessibility' },
  'footer.atom': { da: 'Ændringer som Atom', en: 'Changes as Atom' },
  'footer.catalog': { da: 'Hele kataloget som DCAT-AP', en: 'The whole catalogue as DCAT-AP' },
  'footer.note': {
    da: 'Oplysningerne er hentet hos dataejerne af maskiner. Hver oplysning viser, hvor den kommer fra.',
    en: 'The information is collected from the owners by machines. Every fact shows where it comes from.',
  },
  'page.missing.title': { da: 'Siden findes ikke', en: 'There is no such page' },
  'page.missing.text': {
    da: 'Adressen kan være skrevet forkert, eller siden er flyttet. Begynd forfra på landkortet.',
    en: 'The address may be misspelt, or the page has moved. Begin anew at the map.',
  },
} as const satisfies Record<string, Word>;
