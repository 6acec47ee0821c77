/** What parts say that stand on several pages. */
import type { Word } from './word.ts';

export const partWords = {
  'link.dead': { da: '(linket virker ikke)', en: '(the link does not work)' },
  'link.dead.since': { da: '(linket har ikke virket siden {when})', en: '(the link has not worked since {when})' },
  'more.more': { da: 'Vis flere', en: 'Show more' },
  'more.shown': {
    da: { one: 'Viser 1.', other: 'Viser {shown}.' },
    en: { one: 'Showing 1.', other: 'Showing {shown}.' },
  },
  'more.shown.of': { da: 'Viser {shown} af {total}.', en: 'Showing {shown} of {total}.' },
  'more.failed': {
    da: 'Resten kunne ikke hentes. Prøv igen.',
    en: 'The rest could not be loaded. Try again.',
  },
  'value.yes': { da: 'ja', en: 'yes' },
  'value.no': { da: 'nej', en: 'no' },
  'value.none': { da: 'intet', en: 'nothing' },
  'value.unknown': { da: 'ikke oplyst', en: 'not told' },
  'property.kind': { da: 'art', en: 'kind' },
  'property.unmapped': { da: 'uden plads i tabellen', en: 'without a place in the table' },
  'chart.share': { da: 'Fra {before} den {from} til {after} nu', en: 'From {before} on {from} to {after} now' },
  'chart.today': { da: 'i dag', en: 'today' },
  'period.from': { da: 'siden {from}', en: 'since {from}' },
  'period.until': { da: 'til {until}', en: 'until {until}' },
  'period.both': { da: '{from} til {until}', en: '{from} to {until}' },
} as const satisfies Record<string, Word>;
