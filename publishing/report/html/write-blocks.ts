/** The blocks of a report as HTML. */
import type { Action, Block, Cell, GradeBlock, Inline, Line, Table } from '../document.ts';
import { html, type Markup, nothing } from './markup.ts';
import { writeChart } from './write-charts.ts';

/** Heading elements run from h1, the report's title. */
export const heading = (level: number, inside: Markup, id?: string): Markup => {
  const anchor = id === undefined ? nothing : html` id="${id}"`;
  if (level <= 2) return html`<h2${anchor}>${inside}</h2>`;
  return level === 3 ? html`<h3${anchor}>${inside}</h3>` : html`<h4${anchor}>${inside}</h4>`;
};

function dressed({ text, strong, code, language }: Inline): Markup {
  const lang = language === undefined ? nothing : html` lang="${language}"`;
  if (code) return html`<code>${text}</code>`;
  if (strong) return html`<strong${lang}>${text}</strong>`;
  return language === undefined ? html`${text}` : html`<span${lang}>${text}</span>`;
}

export function writeInline(inline: Inline): Markup {
  const inside = dressed(inline);
  if (inline.goTo !== undefined) return html`<a href="#${encodeURIComponent(inline.goTo)}">${inside}</a>`;
  return inline.href === undefined ? inside : html`<a href="${inline.href}" rel="noreferrer">${inside}</a>`;
}

const writeLine = (line: Line): Markup => html`${line.map(writeInline)}`;

const writeCell = (cell: Cell): Markup =>
  cell.length === 1 ? writeLine(cell[0] ?? []) : html`${cell.map((line) => html`<div>${writeLine(line)}</div>`)}`;

/** Roles are told because a narrow screen shows the rows as cards, and browsers take tables that are no tables for none. */
function writeTable({ caption, columns, rows }: Table): Markup {
  const numeric = (index: number) => (columns[index]?.numeric ? html` class="numeric"` : nothing);
  const cellOf = (cell: Cell, index: number) =>
    index === 0
      ? html`<th role="rowheader" scope="row">${writeCell(cell)}</th>`
      : html`<td role="cell"${numeric(index)} data-head="${columns[index]?.head ?? ''}">${writeCell(cell)}</td>`;
  return html`<table role="table"><caption class="hidden">${caption}</caption>
<colgroup>${columns.map(({ width }) => html`<col class="w${width}">`)}</colgroup>
<thead role="rowgroup"><tr role="row">${columns.map(({ head }, index) => html`<th role="columnheader" scope="col"${numeric(index)}>${head}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => html`<tr role="row">${row.map(cellOf)}</tr>\n`)}</tbody></table>\n`;
}

const writeAction = ({ rank, title, text, facts, link }: Action): Markup => html`<li class="action">
<h3>${rank}. ${title}</h3>
<p>${text}</p>
<dl>${facts.map(({ term, lines }) => html`<dt>${term}</dt><dd>${writeCell(lines)}</dd>`)}</dl>
<p>${writeInline(link)}</p></li>\n`;

const writeGrade = ({ letter, label, lines }: GradeBlock): Markup => html`<div class="grade">
<p class="letter"><span><span class="hidden">${label} </span>${letter}</span></p>
<div>${lines.map((line) => html`<p>${writeLine(line)}</p>`)}</div></div>\n`;

function writeBlock(block: Block, level: number): Markup {
  switch (block.kind) {
    case 'paragraph':
      return block.tone === undefined
        ? html`<p>${writeLine(block.line)}</p>\n`
        : html`<p class="${block.tone}">${writeLine(block.line)}</p>\n`;
    case 'heading':
      return heading(level + 1, html`${block.text}`);
    case 'list':
      return html`<ul>${block.items.map((line) => html`<li>${writeLine(line)}</li>`)}</ul>\n`;
    case 'charts':
      return block.charts.length === 0 ? nothing : html`<div class="charts">${block.charts.map(writeChart)}</div>\n`;
    case 'table':
      return writeTable(block);
    case 'action':
      return writeAction(block);
    case 'grade':
      return writeGrade(block);
  }
}

/** Actions that follow each other are one ordered list. */
export function writeBlocks(blocks: readonly Block[], level: number): Markup {
  const written = blocks.map((block, index) => {
    if (block.kind !== 'action') return writeBlock(block, level);
    const opens = blocks[index - 1]?.kind === 'action' ? nothing : html`<ol class="actions">`;
    const closes = blocks[index + 1]?.kind === 'action' ? nothing : html`</ol>`;
    return html`${opens}${writeBlock(block, level)}${closes}`;
  });
  return html`${written}`;
}
