/** What the console says of runs. */
import type { Word } from './word.ts';

export const operatorRunWords = {
  'op.source': { da: 'Kilde', en: 'Source' },
  'op.state': { da: 'Tilstand', en: 'State' },
  'op.run': { da: 'Indsamling', en: 'Run' },
  'op.run.title': { da: 'Indsamling af {source}', en: 'Run of {source}' },
  'op.run.id': { da: 'Id', en: 'Id' },
  'op.run.started': { da: 'Begyndt', en: 'Started' },
  'op.run.ended': { da: 'Slut', en: 'Ended' },
  'op.run.took': { da: 'Varede', en: 'Took' },
  'op.run.reason': { da: 'Hvorfor', en: 'Why' },
  'op.run.coverage': { da: 'Set af kilden', en: 'Seen of the source' },
  'op.run.coverage.complete': { da: 'det hele', en: 'all of it' },
  'op.run.coverage.partial': { da: 'en del', en: 'a part' },
  'op.run.coverage.none': { da: 'intet', en: 'nothing' },
  'op.run.traffic': { da: 'Hentet', en: 'Received' },
  'op.run.traffic.text': {
    da: '{bytes}; forespørgsler: {requests}, uændrede sider: {same}',
    en: '{bytes}; requests: {requests}, unchanged pages: {same}',
  },
  'op.run.cost': { da: 'Udgift', en: 'Cost' },
  'op.run.cost.text': { da: '{usd} US-dollar i listepris', en: '{usd} US dollars at list price' },
  'op.run.preview': {
    da: 'En prøvekørsel: intet af det er lagt i kataloget.',
    en: 'A trial run: nothing of it was published.',
  },
  'op.run.replay-of': { da: 'Læste de gemte sider igen fra', en: 'Read anew the kept pages of' },
  'op.run.live': { da: 'Kører: tallene følger med.', en: 'Under way: the figures follow.' },

  'op.outcome.listed': { da: 'på listen', en: 'listed' },
  'op.outcome.created': { da: 'nye', en: 'created' },
  'op.outcome.updated': { da: 'ændrede', en: 'updated' },
  'op.outcome.unchanged': { da: 'uændrede', en: 'unchanged' },
  'op.outcome.returned': { da: 'kommet igen', en: 'returned' },
  'op.outcome.duplicate': { da: 'dubletter', en: 'duplicates' },
  'op.outcome.rejected': { da: 'afvist', en: 'rejected' },
  'op.outcome.missing': { da: 'savnet', en: 'missing' },
  'op.outcome.removed': { da: 'fjernet', en: 'removed' },
  'op.outcome.held': { da: 'holdt tilbage', en: 'held' },

  'op.balance': { da: 'Regnskab', en: 'Balance' },
  'op.balance.text': {
    da: '{listed} på listen: {created} nye, {updated} ændrede, {unchanged} uændrede, {returned} kommet igen, {duplicate} dubletter, {rejected} afvist.',
    en: '{listed} listed: {created} created, {updated} updated, {unchanged} unchanged, {returned} returned, {duplicate} duplicates, {rejected} rejected.',
  },
  'op.balance.live': { da: 'I kataloget', en: 'In the catalogue' },
  'op.balance.before': { da: 'før', en: 'before' },
  'op.balance.after': { da: 'efter', en: 'after' },
  'op.balance.beside': { da: 'Ikke på listen', en: 'Not listed' },
  'op.balance.against': { da: 'Sammenlign med', en: 'Compare with' },
  'op.balance.against.none': { da: 'ingen', en: 'none' },
  'op.balance.difference': { da: 'Forskel', en: 'Difference' },
  'op.balance.number': { da: 'Tal', en: 'Figure' },
  'op.balance.this': { da: 'Denne', en: 'This one' },
  'op.balance.other': { da: 'Den anden', en: 'The other' },

  'op.records.of': { da: 'Beskrivelser: {outcome}', en: 'Records: {outcome}' },
  'op.records.none': { da: 'Der er ingen.', en: 'There are none.' },
  'op.records.close': { da: 'Luk listen', en: 'Close the list' },
  'op.records.csv': { da: 'Hent som CSV', en: 'Download as CSV' },
  'op.records.record': { da: 'Beskrivelse', en: 'Record' },
  'op.records.reason': { da: 'Grund', en: 'Reason' },
  'op.records.place': { da: 'Sted', en: 'Place' },

  'op.held.title': { da: 'Noget venter på din afgørelse', en: 'Something waits for your decision' },
  'op.held.removals': {
    da: {
      one: 'Indsamlingen ville fjerne {count} register. Det er mere, end kildens regler lader passere uden et menneske. Det er stadig i kataloget.',
      other:
        'Indsamlingen ville fjerne {count} registre. Det er mere, end kildens regler lader passere uden et menneske. De er stadig i kataloget.',
    },
    en: {
      one: 'The run would remove {count} register. That is more than the rules of the source let pass without a person. It is still in the catalogue.',
      other:
        'The run would remove {count} registers. That is more than the rules of the source let pass without a person. They are still in the catalogue.',
    },
  },
  'op.held.waiting': {
    da: 'Indsamlingen fandt {created} nye, {updated} ændrede og {returned} tilbagevendte registre og ville fjerne {removed}. Intet af det er i kataloget endnu.',
    en: 'The run found {created} new, {updated} changed and {returned} returned registers and would remove {removed}. Nothing of it is in the catalogue yet.',
  },
  'op.held.look': {
    da: 'Se efter hos kilden, eller spørg dataejeren, før du afgør det. Uden afgørelse frigives fjernelser, når nok indsamlinger i træk siger det samme.',
    en: 'Look at the source, or ask the owner, before you decide. Without a decision, removals are released once enough runs in a row say the same.',
  },
  'op.held.see': { da: 'Se, hvilke registre det er', en: 'See which registers' },
  'op.held.release': { da: 'Frigiv', en: 'Release' },
  'op.held.reject': { da: 'Afvis', en: 'Reject' },
  'op.held.release.title': { da: 'Frigiv det, der holdes tilbage?', en: 'Release what is held back?' },
  'op.held.release.removals': {
    da: {
      one: '{count} register fjernes fra kataloget og efterlader en gravsten. Alle, der følger kataloget, får det at vide. Kommer det igen hos kilden, kommer det tilbage med sin historie.',
      other:
        '{count} registre fjernes fra kataloget og efterlader hver en gravsten. Alle, der følger kataloget, får det at vide. Kommer de igen hos kilden, kommer de tilbage med deres historie.',
    },
    en: {
      one: '{count} register leaves the catalogue, with a tombstone. Everybody who follows the catalogue is told. If it comes back at the source, it returns with its history.',
      other:
        '{count} registers leave the catalogue, each with a tombstone. Everybody who follows the catalogue is told. If they come back at the source, they return with their history.',
    },
  },
  'op.held.release.waiting': {
    da: 'Ændringerne lægges i kataloget, præcis som de er vist her, og alle, der følger det, får dem at vide.',
    en: 'The changes are published exactly as they are shown here, and everybody who follows the catalogue is told.',
  },
  'op.held.reject.title': { da: 'Afvis det, der holdes tilbage?', en: 'Reject what is held back?' },
  'op.held.reject.removals': {
    da: 'Registrene bliver i kataloget, til kilden viser dem igen.',
    en: 'The registers stay in the catalogue until the source shows them again.',
  },
  'op.held.reject.waiting': {
    da: 'Ændringerne lægges ikke i kataloget. Siger kilden stadig det samme, viser næste indsamling dem igen.',
    en: 'The changes are not published. If the source still says the same, the next run shows them again.',
  },
  'op.held.released': { da: 'Det er frigivet.', en: 'It is released.' },
  'op.held.rejected': { da: 'Det er afvist.', en: 'It is rejected.' },

  'op.replay': { da: 'Læs de gemte sider igen', en: 'Read the kept pages anew' },
  'op.replay.text': {
    da: 'Når en læsefejl hos os er rettet, kan siderne læses igen uden at spørge kilden. Prøv først: så vises det, der ville ændre sig, og venter på dig.',
    en: 'When a fault of ours in reading was mended, the pages can be read anew without asking the source. Try it first: what would change is shown, and waits for you.',
  },
  'op.replay.try': { da: 'Prøv genlæsning', en: 'Try a replay' },
  'op.replay.do': { da: 'Læs igen og offentliggør', en: 'Replay and publish' },
  'op.replay.do.title': { da: 'Læs igen og offentliggør?', en: 'Replay and publish?' },
  'op.replay.do.text': {
    da: 'Det, der bliver anderledes, lægges straks i kataloget, og alle, der følger det, får det at vide.',
    en: 'What turns out different is published at once, and everybody who follows the catalogue is told.',
  },
  'op.replay.begun': { da: 'Genlæsningen er begyndt:', en: 'The replay has begun:' },

  'op.problems': { da: 'Problemer', en: 'Problems' },
  'op.problems.none': { da: 'Ingen problemer.', en: 'No problems.' },
  'op.problems.partial': {
    da: 'Der var flere, end en liste rummer.',
    en: 'There were more than a list holds.',
  },
  'op.problems.csv': { da: 'Hele listen som CSV', en: 'The whole list as CSV' },
  'op.problems.count': {
    da: '{count} i alt: {new} nye, {still} bestående, {fixed} rettet',
    en: '{count} in all: {new} new, {still} persisting, {fixed} fixed',
  },
  'op.problems.new': { da: 'ny', en: 'new' },
  'op.problems.still': { da: 'bestående', en: 'persisting' },
  'op.problems.fixed': { da: 'rettet', en: 'fixed' },
  'op.problems.place': { da: 'linje {line}, tegn {column}', en: 'line {line}, column {column}' },
  'op.problems.line': { da: 'linje {line}', en: 'line {line}' },
  'op.severity.error': { da: 'Fejl', en: 'Error' },
  'op.severity.warning': { da: 'Advarsel', en: 'Warning' },
  'op.severity.info': { da: 'Til orientering', en: 'For information' },

  'op.requests': { da: 'Forespørgsler og sider', en: 'Requests and pages' },
  'op.requests.running': {
    da: 'Vises, når indsamlingen er slut.',
    en: 'Shown once the run has ended.',
  },
  'op.requests.none': { da: 'Ingen sider blev hentet.', en: 'No pages were asked for.' },
  'op.requests.page': { da: 'Side', en: 'Page' },
  'op.requests.address': { da: 'Adresse', en: 'Address' },
  'op.requests.status': { da: 'Svar', en: 'Status' },
  'op.requests.time': { da: 'Tid', en: 'Time' },
  'op.requests.bytes': { da: 'Størrelse', en: 'Size' },
  'op.requests.raw': { da: 'Som modtaget', en: 'As received' },
  'op.requests.download': { da: 'Hent side {page}', en: 'Download page {page}' },
  'op.requests.same': { da: 'uændret', en: 'unchanged' },
  'op.requests.no-answer': { da: 'intet svar', en: 'no answer' },
  'op.requests.tries': {
    da: { one: '{count} forespørgsel', other: '{count} forespørgsler' },
    en: { one: '{count} request', other: '{count} requests' },
  },

  'op.difference': { da: 'Forskellen, egenskab for egenskab', en: 'The difference, property by property' },
  'op.difference.none': { da: 'Indsamlingen ændrede intet.', en: 'The run changed nothing.' },
  'op.difference.Create': { da: 'Ny', en: 'Created' },
  'op.difference.Update': { da: 'Ændret', en: 'Updated' },
  'op.difference.Delete': { da: 'Fjernet', en: 'Removed' },
  'op.difference.returns': { da: 'kommer igen', en: 'returns' },
} as const satisfies Record<string, Word>;
