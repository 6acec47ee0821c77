/** What is said where operators sign in and out. */
import type { Word } from './word.ts';

export const signInWords = {
  'op.signed-in': { da: 'Logget ind som {name}', en: 'Signed in as {name}' },
  'op.signed-in.token': { da: 'Logget ind med operatørens adgangstegn', en: 'Signed in with the operator’s token' },
  'op.sign-out': { da: 'Log ud', en: 'Sign out' },
  'op.forbidden.title': { da: 'Din adgang rækker ikke til driften', en: 'Your access does not include operations' },
  'op.forbidden.text': {
    da: 'Du er logget ind som {name}, som ikke er operatør. Log ind med et adgangstegn, der er det.',
    en: 'You are signed in as {name}, who is no operator. Sign in with a token that is.',
  },
  'op.forbidden.person': {
    da: 'Du er logget ind som {name}, som ikke er operatør. Bed den, der står for kontiene, om at gøre kontoen til operatør, eller log ud og log ind med en anden.',
    en: 'You are signed in as {name}, who is no operator. Ask whoever keeps the accounts to make yours an operator’s, or sign out and sign in with another.',
  },
  'op.sign-in.title': { da: 'Log ind til driften', en: 'Sign in to operations' },
  'op.sign-in.send': { da: 'Log ind', en: 'Sign in' },
  'op.sign-in.ended': { da: 'Din adgang er udløbet. Log ind igen.', en: 'Your access has ended. Sign in again.' },

  'op.sign-in.openid.text': {
    da: 'Du logger ind hos {host} og kommer tilbage hertil.',
    en: 'You sign in at {host} and come back here.',
  },
  'op.sign-in.openid.working': { da: 'Logger dig ind …', en: 'Signing you in …' },
  'op.sign-in.by-token': { da: 'Log ind med et adgangstegn', en: 'Sign in with a token' },

  'op.sign-in.text': {
    da: 'Indsæt det adgangstegn, som npm start skriver i terminalen, eller et adgangstegn, du har fået udstedt.',
    en: 'Paste the token that npm start prints in the terminal, or an access token that was issued to you.',
  },
  'op.sign-in.token': { da: 'Adgangstegn', en: 'Token' },
  'op.sign-in.kept': {
    da: 'Det huskes kun, så længe denne fane er åben.',
    en: 'It is remembered only while this tab is open.',
  },
  'op.sign-in.missing': { da: 'Skriv eller indsæt et adgangstegn.', en: 'Write or paste a token.' },
  'op.sign-in.unknown': {
    da: 'Adgangstegnet gælder ikke. Kopiér det igen fra terminalen; det skrives ved hver start.',
    en: 'The token is not valid. Copy it from the terminal again; it is printed at each start.',
  },
  'op.sign-in.not-operator': {
    da: 'Adgangstegnet gælder, men ikke til driften. Bed om et med adgangen operator.',
    en: 'The token is valid, but not for operations. Ask for one with the scope operator.',
  },

  'op.sign-in.failed': { da: 'Du blev ikke logget ind', en: 'You were not signed in' },
  'op.sign-in.failed.code': { da: 'Det kalder {host}:', en: 'What {host} calls it:' },
  'op.sign-in.failed.refused': {
    da: 'Der blev sagt nej undervejs: du fortrød, eller din konto har ikke adgang. Prøv igen, eller bed den, der står for kontiene, om adgang.',
    en: 'It was refused on the way: you changed your mind, or your account has no access. Try again, or ask whoever keeps the accounts for access.',
  },
  'op.sign-in.failed.provider': {
    da: 'Stedet, hvor du logger ind, kunne ikke gøre det færdigt. Prøv igen om lidt; sker det igen, så vis dette til den, der driver kataloget.',
    en: 'The place where you sign in could not finish it. Try again in a moment; if it happens again, show this to whoever runs the catalogue.',
  },
  'op.sign-in.failed.not-begun': {
    da: 'Det blev ikke begyndt i denne fane, eller det er allerede brugt. Begynd forfra her.',
    en: 'It was not begun in this tab, or it was used already. Begin again here.',
  },
  'op.sign-in.failed.used': {
    da: 'Det tog for lang tid, eller svaret er allerede brugt. Begynd forfra.',
    en: 'It took too long, or the answer was used already. Begin again.',
  },
  'op.sign-in.failed.unreachable': {
    da: 'Stedet, hvor du logger ind, svarer ikke. Se efter, om du er på nettet, og prøv igen.',
    en: 'The place where you sign in does not answer. Check that you are online, and try again.',
  },
  'op.sign-in.failed.clock': {
    da: 'Uret på denne computer passer ikke med det sted, hvor du logger ind. Stil uret, og prøv igen.',
    en: 'The clock of this computer does not agree with the place where you sign in. Set the clock, and try again.',
  },
  'op.sign-in.failed.not-ours': {
    da: 'Svaret var ikke til denne side. Begynd forfra; sker det igen, så vis dette til den, der driver kataloget.',
    en: 'The answer was not meant for this page. Begin again; if it happens again, show this to whoever runs the catalogue.',
  },
  'op.sign-in.failed.not-accepted': {
    da: 'Du loggede ind, men kataloget godtager ikke svaret. Vis dette til den, der driver kataloget: udsteder, modtager eller ur er sat forkert.',
    en: 'You signed in, but the catalogue does not accept the answer. Show this to whoever runs the catalogue: issuer, audience or clock is set wrongly.',
  },
  'op.sign-in.failed.insecure': {
    da: 'Det kan kun gøres, når siden er hentet over https. Åbn den på en adresse, der begynder med https, og prøv igen.',
    en: 'It can only be done when the page was loaded over https. Open it at an address that begins with https, and try again.',
  },
} as const satisfies Record<string, Word>;
