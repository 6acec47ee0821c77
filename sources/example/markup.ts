/** Pieces that every HTML page of the example is made of. */
import { banner, type Register, type Text } from './register.ts';

/** Text as it stands in HTML and XML, in elements and in attributes. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const style = `
body { margin: 0; color: #1d2733; background: #f5f6f3; font: 1.05rem/1.55 Georgia, 'Times New Roman', serif }
header, main, footer { max-width: 52rem; margin: 0 auto; padding: 1rem 1.25rem }
main { background: #fff; border-top: 4px solid #1f5c6b }
h1, h2, h3, th, dt, .eksempel, nav { font-family: system-ui, sans-serif }
h1 { line-height: 1.15 } h2 { margin-top: 2rem }
.eksempel { background: #fff3c9; border: 1px solid #d9b94a; padding: .5rem .9rem; font-size: .9rem } .eksempel p { margin: .1rem 0 }
dt { font-weight: 600; margin-top: .9rem } dd { margin: 0 }
table { border-collapse: collapse; width: 100%; font-size: .92rem } th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #d8dcd6 }
a { color: #1f5c6b } nav a { margin-right: 1rem }`;

/** One page: the banner of the example, the site's own navigation and the content. */
export const htmlPage = (
  site: { title: string; path: string },
  title: string,
  content: string,
): string => `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)} – ${escapeMarkup(site.title)}</title>
<style>${style}</style>
</head>
<body>
<header><nav aria-label="Sider"><a href="${site.path}">${escapeMarkup(site.title)}</a></nav></header>
<main>
<div class="eksempel" role="note"><p lang="da">${escapeMarkup(banner.da)}</p><p lang="en">${escapeMarkup(banner.en)}</p></div>
${content}
</main>
<footer><p>Datalandkortets eksempel. Fakta om navne, ejere og årstal er offentlige; ordene er vores egne.</p></footer>
</body>
</html>
`;

/** A link whose address may hold anything. */
export const link = (href: string, text: string): string => `<a href="${escapeMarkup(href)}">${escapeMarkup(text)}</a>`;

/** The years of a register as owners write them: "1977–", "1995–2004"; undefined where the first is not known. */
export const yearsOf = ({ first, last }: Register): string | undefined =>
  first === undefined ? undefined : `${first}–${last ?? ''}`;

/** Where its people come from, in one language. */
export const areaOf = ({ nationwide, area }: Register): Text | undefined =>
  area ?? (nationwide ? { da: 'Landsdækkende', en: 'Nationwide' } : undefined);

/** A number as Danes write it: with dots between the thousands. */
export const danishNumber = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

/** What kind of register it is, as a keyword. */
export const typeNames: Readonly<Record<Register['type'], Text>> = {
  'national register': { da: 'nationalt register', en: 'national register' },
  'clinical quality database': { da: 'klinisk kvalitetsdatabase', en: 'clinical quality database' },
  'surveillance database': { da: 'overvågningsdatabase', en: 'surveillance database' },
  'administrative register': { da: 'administrativt register', en: 'administrative register' },
  'data warehouse': { da: 'datavarehus', en: 'data warehouse' },
  'research database': { da: 'forskningsdatabase', en: 'research database' },
  biobank: { da: 'biobank', en: 'biobank' },
  cohort: { da: 'kohorte', en: 'cohort' },
  survey: { da: 'spørgeskemaundersøgelse', en: 'survey' },
};
