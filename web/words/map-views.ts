/** What the drawn views of the first page say. */
import type { Word } from './word.ts';

export const mapViewWords = {
  'map.omitted': {
    da: '{count} registre er ikke tegnet; vælg filtre for at se dem, eller vis listen.',
    en: '{count} registers are not drawn; choose filters to see them, or show the list.',
  },
  'map.size': { da: 'Størrelse efter', en: 'Size by' },
  'map.size.equal': { da: 'Lige store', en: 'Equal' },
  'map.size.individuals': { da: 'Antal personer', en: 'Number of persons' },
  'map.size.records': { da: 'Antal rækker', en: 'Number of records' },
  'map.size.variables': { da: 'Antal variabler', en: 'Number of variables' },
  'map.colour': { da: 'Farve efter', en: 'Colour by' },
  'map.colour.grade': { da: 'Beskrivelsens karakter', en: 'Grade of the description' },
  'map.colour.theme': { da: 'Tema', en: 'Theme' },
  'map.number.individuals': { da: '{count} personer', en: '{count} persons' },
  'map.number.records': { da: '{count} rækker', en: '{count} records' },
  'map.number.variables': { da: '{count} variabler', en: '{count} variables' },
  'map.number.individuals.none': { da: 'uden oplyst antal personer', en: 'number of persons not stated' },
  'map.number.records.none': { da: 'uden oplyst antal rækker', en: 'number of records not stated' },
  'map.number.variables.none': { da: 'uden oplyste variabler', en: 'variables not stated' },
  'map.unknown': {
    da: {
      one: '{count} register uden oplyst antal er tegnet lille.',
      other: '{count} registre uden oplyst antal er tegnet små.',
    },
    en: {
      one: '{count} register that does not state the number is drawn small.',
      other: '{count} registers that do not state the number are drawn small.',
    },
  },
  'map.unknown.all': {
    da: 'Ingen af de viste registre oplyser antallet. De er tegnet lige store.',
    en: 'None of these registers states the number. They are drawn equal.',
  },
  'map.legend': { da: 'Tegnforklaring', en: 'Legend' },
  'map.legend.untold': { da: 'uden oplyst antal', en: 'number not stated' },
  'map.theme.none': { da: 'uden tema', en: 'no theme' },
  'map.kind.none': { da: 'uden type eller tema', en: 'no type or theme' },
  'map.owner.none': { da: 'Ukendt dataejer', en: 'Unknown owner' },
  'map.zoom.place': { da: 'Sted på landkortet', en: 'Place on the map' },
  'map.zoom.all': { da: 'Alle dataejere', en: 'All owners' },
  'map.zoom.into': {
    da: {
      one: '{count} register. Vis kun denne dataejer',
      other: '{count} registre. Vis kun denne dataejer',
    },
    en: {
      one: '{count} register. Show this owner only',
      other: '{count} registers. Show this owner only',
    },
  },
  'map.area.hint': {
    da: 'Vælg en dataejer for at zoome ind, eller et register for at åbne det. Piletasterne fører fra felt til felt.',
    en: 'Choose an owner to zoom in, or a register to open it. The arrow keys lead from area to area.',
  },
  'map.area.list': { da: 'Vis det samme som liste', en: 'Show the same as a list' },
  'map.covering': {
    da: 'Vis kun registre, der dækker hele perioden',
    en: 'Show only registers that cover the whole period',
  },
  'map.covering.hint': { da: 'Uden slutår: til nu.', en: 'Without an end year: until now.' },
  'map.covering.count': {
    da: '{count} af {total} registre dækker hele perioden uden brud',
    en: '{count} of {total} registers cover the whole period without a break',
  },
  'map.timeline.untold': {
    da: { one: '{count} register er uden oplyst periode', other: '{count} registre er uden oplyst periode' },
    en: { one: '{count} register states no period', other: '{count} registers state no period' },
  },
  'map.gap': { da: 'brud {years}', en: 'break {years}' },
} as const satisfies Record<string, Word>;
