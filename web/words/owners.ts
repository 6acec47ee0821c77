/** What is said of owners, themes and changes. */
import type { Word } from './word.ts';

export const ownerWords = {
  'owners.title': { da: 'Dataejere', en: 'Owners' },
  'owners.lead': {
    da: 'De myndigheder og organisationer, hvis registre er beskrevet her.',
    en: 'The authorities and organisations whose registers are described here.',
  },
  'owners.sort': { da: 'Sortér efter', en: 'Sort by' },
  'owners.sort.name': { da: 'navn', en: 'name' },
  'owners.sort.datasets': { da: 'flest registre', en: 'most registers' },
  'owners.sort.grade': { da: 'bedst beskrevet', en: 'best described' },
  'owners.sort.changed': { da: 'senest ændret', en: 'last changed' },
  'owners.name': { da: 'Navn', en: 'Name' },
  'owners.datasets': { da: 'Registre', en: 'Registers' },
  'owners.grades': { da: 'Karakterer', en: 'Grades' },
  'owners.changed': { da: 'Senest ændret', en: 'Last changed' },
  'owners.homepage': { da: 'Websted', en: 'Homepage' },
  'owner.registers': {
    da: { one: '1 register.', other: '{count} registre.' },
    en: { one: '1 register.', other: '{count} registers.' },
  },
  'owner.quality': {
    da: 'Beskrivelserne har i gennemsnit {share} % af det, der kan opnås.',
    en: 'The descriptions have on average {share}% of what can be reached.',
  },
  'owner.report': { da: 'Kvalitetsrapport:', en: 'Quality report:' },
  'owner.report.page': { da: 'som webside', en: 'as a web page' },
  'owner.trend': { da: 'Udvikling', en: 'Development' },
  'owner.day': { da: 'Dag', en: 'Day' },
  'owner.share': { da: 'Opnået', en: 'Reached' },
  'themes.title': { da: 'Temaer', en: 'Themes' },
  'themes.lead': {
    da: 'Det, registrene handler om. Vælg et tema for at se dets registre på landkortet.',
    en: 'What the registers are about. Choose a theme to see its registers on the map.',
  },
  'themes.registers': {
    da: { one: '1 register', other: '{count} registre' },
    en: { one: '1 register', other: '{count} registers' },
  },
  'themes.owners': {
    da: { one: '1 dataejer', other: '{count} dataejere' },
    en: { one: '1 owner', other: '{count} owners' },
  },
  'changes.title': { da: 'Ændringer', en: 'Changes' },
  'changes.follow': { da: 'Følg med i en nyhedslæser eller et program:', en: 'Follow in a feed reader or a program:' },
  'changes.webhooks': {
    da: 'Dit system kan også få besked om hver ændring (webhooks). Se',
    en: 'Your system can also be told of each change (webhooks). See',
  },
} as const satisfies Record<string, Word>;
