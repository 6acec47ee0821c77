/** What a view says while it waits, when there is nothing, and when something is wrong. */
import type { Word } from './word.ts';

export const stateWords = {
  'state.loading': { da: 'Henter …', en: 'Loading …' },
  'state.empty': { da: 'Her er ikke noget.', en: 'There is nothing here.' },
  'state.retry': { da: 'Prøv igen', en: 'Try again' },
  'state.offline.title': { da: 'Ingen forbindelse', en: 'No connection' },
  'state.offline.text': {
    da: 'Din maskine er ikke på nettet. Siden henter igen, så snart forbindelsen er der.',
    en: 'Your machine is offline. The page asks again as soon as there is a connection.',
  },
  'state.unreachable.title': { da: 'Kataloget svarer ikke', en: 'The catalogue does not answer' },
  'state.unreachable.text': {
    da: 'Det kan være et øjebliks afbrydelse. Prøv igen om lidt.',
    en: 'It may be a short interruption. Try again in a moment.',
  },
  'state.missing.title': { da: 'Det findes ikke', en: 'It does not exist' },
  'state.removed.title': { da: 'Det er fjernet fra kataloget', en: 'It was removed from the catalogue' },
  'state.busy.title': { da: 'Det er ikke klar endnu', en: 'It is not ready yet' },
  'state.busy.text': {
    da: 'Kataloget er ved at blive bygget op. Prøv igen om lidt.',
    en: 'The catalogue is still being built. Try again in a moment.',
  },
  'state.unauthorised.title': { da: 'Du skal logge ind', en: 'You need to sign in' },
  'state.forbidden.title': { da: 'Det har du ikke adgang til', en: 'You may not see this' },
  'state.failed.title': { da: 'Det gik ikke', en: 'That did not work' },
  'state.failed.text': {
    da: 'Fejlen ligger hos os og er noteret. Nummer: {id}.',
    en: 'The fault is ours and has been noted. Number: {id}.',
  },
  'state.stale': {
    da: 'Vist, som det var {age}; nyere kunne ikke hentes.',
    en: 'Shown as it was {age}; nothing newer could be loaded.',
  },
} as const satisfies Record<string, Word>;
