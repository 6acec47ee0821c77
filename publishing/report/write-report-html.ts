/** An owner's report as one HTML file that needs nothing beside it: it can be mailed, kept and printed. */
import { createHash } from 'node:crypto';
import type { OwnerReport } from '#schemas/owner-report.ts';
import type { ReportDocument, Section } from './document.ts';
import { html, Markup } from './html/markup.ts';
import { style } from './html/style.ts';
import { heading, writeBlocks, writeInline } from './html/write-blocks.ts';
import { chartPatterns } from './html/write-charts.ts';
import { reportDocument } from './report-document.ts';
import { type ReportLanguage, wordingOf } from './wording.ts';

/** Nothing is loaded and nothing runs, whatever a description holds; only our own style sheet counts. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

function writeSection(section: Section, level: number): Markup {
  const { anchor, title, newPage, blocks, sections = [] } = section;
  const headline = heading(level, writeInline(title), `${anchor}-title`);
  return html`<section id="${anchor}" class="${newPage ? 'new-page' : 'same-page'}" aria-labelledby="${anchor}-title">
${headline}
${writeBlocks(blocks, level)}${sections.map((inner) => writeSection(inner, level + 1))}</section>\n`;
}

function page({ language, title, made, lead, sections }: ReportDocument): Markup {
  const { words } = wordingOf(language);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<h1>${title}</h1>
<p class="made">${made}</p>
<p class="lead">${lead}</p>
</header>
<nav aria-label="${words.contents}"><ul>${sections.map(({ anchor, title: { text } }) => html`<li><a href="#${anchor}">${text}</a></li>`)}</ul></nav>
<main id="main" tabindex="-1">
${sections.map((section) => writeSection(section, 2))}</main>
<footer>${made}</footer>
${chartPatterns}
</body>
</html>
`;
}

/** The report in HTML, in Danish or English. */
export const writeReportHtml = (report: OwnerReport, language: ReportLanguage): string =>
  page(reportDocument(report, language)).text;
