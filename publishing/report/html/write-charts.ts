/** Charts as inline SVG. What they show is said in words beside them, and no part is told by its colour alone. */

import { barSpans, letterBars, trendSteps } from '../chart-geometry.ts';
import type { BarChart, Chart, Fill, LettersChart, TrendChart } from '../document.ts';
import { html, type Markup, nothing } from './markup.ts';

const px = (value: number): string => value.toFixed(1);

const titled = ({ title, text }: Chart, picture: Markup, below: Markup = nothing): Markup => html`<figure>
<figcaption><strong>${title}</strong><br>${text}</figcaption>
${picture}${below}</figure>`;

/** The picture tells nothing that its caption does not: whoever does not see it misses nothing. */
const svg = (width: number, height: number, inside: readonly Markup[]): Markup =>
  html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${inside}</svg>`;

const TREND = { width: 420, height: 150, left: 44, right: 26, top: 14, bottom: 24 };

function trend(chart: TrendChart): Markup {
  const { path, dots, lines } = trendSteps(chart.points, TREND);
  const right = TREND.width - TREND.right;
  const base = TREND.height - 6;
  return titled(
    chart,
    svg(TREND.width, TREND.height, [
      ...lines.map(
        ({ y, label }) =>
          html`<line class="axis" x1="${TREND.left}" x2="${right}" y1="${px(y)}" y2="${px(y)}"/><text x="${TREND.left - 14}" y="${px(y + 4)}" text-anchor="end">${label}</text>`,
      ),
      html`<path class="curve" d="${path}"/>`,
      ...dots.map(
        ({ x, y, letter }) =>
          html`<circle class="dot" cx="${px(x)}" cy="${px(y)}" r="3.5"/>${letter === undefined ? nothing : html`<text x="${px(x)}" y="${px(y - 8)}" text-anchor="middle" font-weight="700">${letter}</text>`}`,
      ),
      html`<text x="${TREND.left}" y="${base}">${chart.first}</text><text x="${right}" y="${base}" text-anchor="end">${chart.last}</text>`,
    ]),
  );
}

const LETTERS = { width: 420, height: 150, top: 20, bottom: 24 };

const letters = (chart: LettersChart): Markup =>
  titled(
    chart,
    svg(LETTERS.width, LETTERS.height, [
      ...letterBars(chart.columns, LETTERS).map(
        ({
          x,
          y,
          width,
          height,
          letter,
          count,
        }) => html`<rect class="had" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"/>
<text x="${px(x + width / 2)}" y="${px(y - 5)}" text-anchor="middle">${count}</text>
<text x="${px(x + width / 2)}" y="${LETTERS.height - 6}" text-anchor="middle" font-weight="700">${letter}</text>`,
      ),
      html`<line class="axis" x1="0" x2="${LETTERS.width}" y1="${LETTERS.height - LETTERS.bottom}" y2="${LETTERS.height - LETTERS.bottom}"/>`,
    ]),
  );

const BAR = { width: 520, height: 24 };

const swatch = (fill: Fill): Markup =>
  html`<svg viewBox="0 0 20 16" aria-hidden="true" focusable="false"><rect class="${fill}" x="1" y="1" width="18" height="14"/></svg>`;

const bar = (chart: BarChart): Markup => html`<figure>
<figcaption><strong>${chart.title}</strong></figcaption>
${svg(
  BAR.width,
  BAR.height,
  barSpans(chart.parts, BAR.width).map(
    ({ x, width, fill }) =>
      html`<rect class="${fill}" x="${px(x + 1)}" y="1" width="${px(Math.max(0, width - 2))}" height="${BAR.height - 2}"/>`,
  ),
)}
<ul class="fill-labels">${chart.parts.map(({ fill, label }) => html`<li>${swatch(fill)}${label}</li>`)}</ul></figure>`;

/** The pattern that all charts of the page fill with; it has to stand in the page once. */
export const chartPatterns: Markup = html`<svg class="hidden" width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="7"/></pattern></defs></svg>`;

export function writeChart(chart: Chart): Markup {
  if (chart.kind === 'trend') return trend(chart);
  return chart.kind === 'letters' ? letters(chart) : bar(chart);
}
