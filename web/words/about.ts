/** What the pages about the map itself say. */
import type { Word } from './word.ts';

export const aboutWords = {
  'about.title': { da: 'Om landkortet', en: 'About the map' },
  'about.lead': {
    da: 'Datalandkort samler, hvad dataejerne selv skriver om deres registre. Det er beskrivelser og ikke data om personer.',
    en: 'Datalandkort gathers what owners themselves write about their registers. It holds descriptions and no data about persons.',
  },
  'about.way': { da: 'Sådan kommer en beskrivelse hertil', en: 'How a description gets here' },
  'about.step.page': {
    da: 'En maskine henter dataejerens websider og metadata, så ofte som kilden tåler det, og gemmer hver side, som den var.',
    en: 'A machine fetches the owner’s web pages and metadata, as often as the source bears, and keeps each page as it was.',
  },
  'about.step.read': {
    da: 'Oplysningerne læses og skrives om til fælles begreber. Det, dataejeren skrev, bliver stående ved siden af.',
    en: 'The information is read and put into common terms. What the owner wrote is kept beside it.',
  },
  'about.step.compare': {
    da: 'Kun det, der er ændret, bliver til en ny udgave. Et register, der mangler én gang, bliver ikke straks fjernet.',
    en: 'Only what has changed becomes a new revision. A register that is missing once is not removed at once.',
  },
  'about.step.grade': {
    da: 'Beskrivelsen får en karakter, og dens links bliver prøvet.',
    en: 'The description is graded, and its links are tried.',
  },
  'about.step.tell': {
    da: 'Dataejeren får at vide, hvad der kan blive bedre, og alle kan følge hver ændring.',
    en: 'The owner is told what could be better, and everybody can follow each change.',
  },
  'about.scores': { da: 'Sådan regnes karakteren', en: 'How the grade is counted' },
  'about.scores.text': {
    da: 'Karakteren er et vægtet gennemsnit. Det, der ikke kan spørges om ved et register, tæller ikke med. Den handler om beskrivelsen og siger intet om, hvor gode registerets data er.',
    en: 'The grade is a weighted mean. What cannot be asked of a register does not count. It is about the description and says nothing of how good the data of the register are.',
  },
  'about.bands': { da: 'Karakterernes grænser', en: 'Where each grade begins' },
  'about.from': { da: 'Fra', en: 'From' },
  'about.metric': { da: 'Hvad der spørges om', en: 'What is asked' },
  'about.metric.all': { da: 'Alle spørgsmål og deres point', en: 'All questions and their points' },
  'about.metrics': {
    da: { one: '1 spørgsmål', other: '{count} spørgsmål' },
    en: { one: '1 question', other: '{count} questions' },
  },
  'about.dimension': { da: 'Område', en: 'Dimension' },
  'about.points': { da: 'Point', en: 'Points' },
  'about.join': { da: 'Få dine registre med', en: 'Have your registers included' },
  'about.join.text': {
    da: 'Udgiv beskrivelserne på dit websted: som DCAT-AP, schema.org, CKAN, OAI-PMH eller en almindelig webside. Bed derefter driften om at tage kilden med. Adgangsregler i robots.txt bliver overholdt.',
    en: 'Publish the descriptions on your web site: as DCAT-AP, schema.org, CKAN, OAI-PMH or a plain web page. Then ask the operator to take the source in. What robots.txt forbids is left alone.',
  },
  'about.follow': { da: 'Følg eller kopiér kataloget', en: 'Follow or copy the catalogue' },
  'about.follow.text': {
    da: 'Alt, hvad siderne viser, kommer fra et åbent API. Begynd en kopi med et øjebliksbillede, og følg derefter ændringerne.',
    en: 'All that the pages show comes from an open API. Begin a copy with a snapshot, and then follow the changes.',
  },
  'about.snapshot': { da: 'Seneste øjebliksbillede', en: 'Latest snapshot' },
  'about.ldes': { da: 'Alle ændringer som LDES (DCAT-AP Feeds)', en: 'All changes as LDES (DCAT-AP Feeds)' },
  'about.oai': { da: 'OAI-PMH', en: 'OAI-PMH' },
  'accessibility.title': { da: 'Tilgængelighedserklæring', en: 'Accessibility statement' },
  'accessibility.lead': {
    da: 'Siderne skal kunne bruges af alle. Erklæringen gælder Datalandkorts sider på denne adresse.',
    en: 'Everybody should be able to use the pages. The statement is about the pages of Datalandkort at this address.',
  },
  'accessibility.status': { da: 'Hvor langt vi er', en: 'How far we are' },
  'accessibility.status.text': {
    da: 'Siderne er bygget efter WCAG 2.2 på niveau AA, som også dækker WCAG 2.1 AA i loven om webtilgængelighed. De overholder delvist kravene på grund af det, der står under kendte mangler.',
    en: 'The pages are built by WCAG 2.2 at level AA, which also covers WCAG 2.1 AA of the law on web accessibility. They conform partially, because of the known shortcomings below.',
  },
  'accessibility.tested': { da: 'Hvordan det er prøvet', en: 'How it was tested' },
  'accessibility.tested.text': {
    da: 'Vi har selv prøvet siderne: med axe i Chromium, med tastatur, i lyse og mørke farver og ved 320 pixels bredde. Ingen uden for projektet har gennemgået dem, og de er ikke prøvet med skærmlæser.',
    en: 'We tested the pages ourselves: with axe in Chromium, by keyboard, in light and dark colours and at a width of 320 pixels. Nobody outside the project has audited them, and they were not tested with a screen reader.',
  },
  'accessibility.short': { da: 'Kendte mangler', en: 'Known shortcomings' },
  'accessibility.short.tables': {
    da: 'Brede tabeller ruller sidelæns i deres eget felt på små skærme.',
    en: 'Wide tables scroll sideways in a field of their own on small screens.',
  },
  'accessibility.short.owners': {
    da: 'Dataejernes tekster vises, som de er skrevet: de kan være på ét sprog, uden sprogangivelse eller svære at forstå.',
    en: 'The owners’ texts are shown as they were written: they may be in one language, without saying which, or hard to understand.',
  },
  'accessibility.short.reports': {
    da: 'Kvalitetsrapporter som PDF er ikke prøvet med hjælpemidler; de findes også som webside.',
    en: 'Quality reports as PDF were not tested with assistive technology; they are there as a web page, too.',
  },
  'accessibility.short.script': {
    da: 'Siderne kræver JavaScript; uden det henviser de til de samme oplysninger i andre formater.',
    en: 'The pages need JavaScript; without it they lead to the same information in other formats.',
  },
  'accessibility.contact': { da: 'Skriv til os', en: 'Write to us' },
  'accessibility.contact.text': {
    da: 'Fortæl os, hvis du møder noget, du ikke kan bruge, eller har brug for det i en anden form. Driftens adresse står som adminEmail i',
    en: 'Tell us when you meet something that you cannot use, or need in another form. The operator’s address stands as adminEmail in',
  },
  'accessibility.contact.link': {
    da: 'kataloget om sig selv (OAI-PMH)',
    en: 'what the catalogue says of itself (OAI-PMH)',
  },
  'accessibility.enforcement': { da: 'Hvis du ikke får svar', en: 'If you get no answer' },
  'accessibility.enforcement.text': {
    da: 'Digitaliseringsstyrelsen fører tilsyn med loven om webtilgængelighed. Du kan klage dertil, hvis svaret udebliver eller ikke er godt nok:',
    en: 'The Danish Agency for Digital Government oversees the law on web accessibility. You can complain there if there is no answer, or none that is good enough:',
  },
  'accessibility.enforcement.link': { da: 'Digitaliseringsstyrelsens tilsyn', en: 'the agency’s supervision' },
  'accessibility.date': {
    da: 'Erklæringen er sidst gennemgået {when}.',
    en: 'The statement was last reviewed on {when}.',
  },
} as const satisfies Record<string, Word>;
