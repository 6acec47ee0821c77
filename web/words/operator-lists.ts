/** What the console says of dead letters, links and the audit log. */
import type { Word } from './word.ts';

export const operatorListWords = {
  'op.letters.none': { da: 'Ingen fejlede beskeder venter.', en: 'No dead letters are waiting.' },
  'op.letters.text': {
    da: 'Her ligger det, der blev prøvet for mange gange. Ret årsagen, og prøv igen: en indsamling begynder forfra, andet går tilbage i køen.',
    en: 'What was tried too often lies here. Mend the cause and try again: a harvest begins anew, anything else goes back to its queue.',
  },
  'op.letters.all': { da: 'Vis også dem, der er taget hånd om', en: 'Also show those that were dealt with' },
  'op.letters.open': { da: 'Vis kun dem, der venter', en: 'Show only those that wait' },
  'op.letters.replay': { da: 'Prøv igen', en: 'Try again' },
  'op.letters.replay-all': { da: 'Prøv alle igen', en: 'Try all again' },
  'op.letters.replay-all.title': { da: 'Prøv alle igen?', en: 'Try all again?' },
  'op.letters.replay-all.text': {
    da: 'Hver kilde hentes igen én gang, og andre beskeder går tilbage i deres kø. Er årsagen ikke rettet, kommer de her igen.',
    en: 'Each source is harvested once more, and other messages go back to their queues. If the cause was not mended, they come back here.',
  },
  'op.letters.queue': { da: 'Kø', en: 'Queue' },
  'op.letters.tries': { da: 'Forsøg', en: 'Tries' },
  'op.letters.again': { da: 'Prøvet igen', en: 'Tried again' },
  'op.letters.replayed': { da: 'Den er prøvet igen.', en: 'It is tried again.' },
  'op.letters.already': { da: 'Den var allerede prøvet igen.', en: 'It had been tried again already.' },
  'op.letters.refused': { da: 'Den kan ikke prøves igen.', en: 'It cannot be tried again.' },
  'op.letters.done': {
    da: { one: '{count} besked prøvet igen.', other: '{count} beskeder prøvet igen.' },
    en: { one: '{count} letter tried again.', other: '{count} letters tried again.' },
  },
  'op.letters.show': { da: 'Vis beskeden', en: 'Show the message' },

  'op.links.none': { da: 'Ingen links af den slags.', en: 'No links of that kind.' },
  'op.links.show': { da: 'Vis links, der er', en: 'Show links that are' },
  'op.links.dead': { da: 'døde', en: 'dead' },
  'op.links.failing': { da: 'ved at fejle', en: 'failing' },
  'op.links.unknown': { da: 'ikke undersøgt', en: 'not checked' },
  'op.links.ok': { da: 'i orden', en: 'working' },
  'op.links.url': { da: 'Link', en: 'Link' },
  'op.links.what': { da: 'Hvad der er galt', en: 'What is wrong' },
  'op.links.since': { da: 'Siden', en: 'Since' },
  'op.links.checked': { da: 'Undersøgt', en: 'Checked' },
  'op.links.registers': { da: 'Registre', en: 'Registers' },

  'op.audit.none': { da: 'Der er ingen handlinger endnu.', en: 'There are no acts yet.' },
  'op.audit.actor': { da: 'Hvem', en: 'Who' },
  'op.audit.action': { da: 'Hvad', en: 'What' },
  'op.audit.target': { da: 'På', en: 'On' },
  'op.audit.outcome': { da: 'Udfald', en: 'Outcome' },
  'op.audit.before': { da: 'Før', en: 'Before' },
  'op.audit.after': { da: 'Efter', en: 'After' },
} as const satisfies Record<string, Word>;
