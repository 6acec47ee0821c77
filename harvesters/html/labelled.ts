/** Labels and their values, in the ways that pages write them. */
import type { CheerioAPI } from 'cheerio';
import {
  type Element,
  elementsIn,
  type Fragment,
  fragmentOf,
  isElement,
  languageOf,
  lineOf,
  type Node,
} from './dom.ts';
import type { PairRule } from './settings.ts';

/** A value and the label that it stands under, as written. */
export interface Labelled {
  readonly label: string;
  readonly fragment: Fragment;
  /** The list, row or paragraph that the two stand in. */
  readonly element?: Element;
}

/** A label is a few words; a longer bold text is emphasis. */
const MAX_LABEL_LENGTH = 80;

const labelText = (nodes: readonly Node[]): string | undefined => {
  const text = lineOf(nodes)
    .replace(/(?<!:):+$/, '')
    .trim();
  return text !== '' && text.length <= MAX_LABEL_LENGTH ? text : undefined;
};

const labelled = (label: readonly Node[], value: readonly Node[]): Labelled[] => {
  const text = labelText(label);
  if (text === undefined || lineOf(value) === '') return [];
  const { language } = fragmentOf(value);
  return [{ label: text, fragment: { nodes: value, language: language ?? languageOf(label[0]) } }];
};

const ofName =
  (...names: string[]) =>
  (element: Element): boolean =>
    names.includes(element.name);

const childElements = (element: Element): Element[] => element.children.filter(isElement);

/** dt and dd, also when each group of them stands in a div. */
function fromDefinitionList(list: Element): Labelled[] {
  const pairs: Labelled[] = [];
  let label: Element | undefined;
  for (const item of childElements(list).flatMap((child) => (child.name === 'div' ? childElements(child) : [child]))) {
    if (item.name === 'dt') label = item;
    else if (item.name === 'dd' && label) pairs.push(...labelled(label.children, item.children));
  }
  return pairs;
}

const cellsOf = (row: Element): Element[] => childElements(row).filter(ofName('th', 'td'));

const isBold = (cell: Element): boolean => {
  const content = cell.children.filter((node) => isElement(node) || lineOf([node]) !== '');
  return content.length === 1 && content.every((node) => isElement(node) && ['strong', 'b'].includes(node.name));
};

/** A row of two cells whose first is a label: a header cell, bold, or with a colon. */
function fromRow(row: Element): Labelled[] {
  const [first, second, third] = cellsOf(row);
  if (!first || second?.name !== 'td' || third) return [];
  const isLabel = first.name === 'th' || isBold(first) || lineOf(first.children).endsWith(':');
  return isLabel ? labelled(first.children, second.children) : [];
}

const isLabelElement = (node: Node): boolean => isElement(node) && ['strong', 'b', 'dfn', 'em'].includes(node.name);

/** Where in a paragraph labels stand. A bold start without colon is one only with a line break before and behind it. */
function labelStarts(children: readonly Node[]): number[] {
  const starts: number[] = [];
  let startsLine = true;
  for (const [index, node] of children.entries()) {
    const next = children[index + 1];
    if (isLabelElement(node)) {
      const colon = lineOf([node]).endsWith(':') || (next?.type === 'text' && /^\s*:/.test(next.data));
      if (colon || (startsLine && isElement(next) && next.name === 'br')) starts.push(index);
    }
    if (isElement(node)) startsLine = node.name === 'br';
    else if (lineOf([node]) !== '') startsLine = false;
  }
  return starts;
}

/** "<strong>Label:</strong> value", several of them in one paragraph too. */
function fromParagraph({ children }: Element): Labelled[] {
  const starts = labelStarts(children);
  return starts.flatMap((start, at) => {
    const label = children[start];
    return label ? labelled([label], withoutColon(children.slice(start + 1, starts[at + 1]))) : [];
  });
}

/** The colon may stand outside of the bold label; it belongs to neither. */
const withoutColon = (nodes: readonly Node[]): readonly Node[] => {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text' || !/^\s*:/.test(first.data)) return nodes;
  const value = first.cloneNode();
  value.data = first.data.replace(/^\s*:/, '');
  return [value, ...rest];
};

/** "Label: value" without any mark; only a label that is known makes such a line more than a sentence. */
function fromPlainLine(paragraph: Element, isKnown: (label: string) => boolean): Labelled[] {
  const [first] = paragraph.children;
  const colon = first?.type === 'text' ? first.data.indexOf(':') : -1;
  if (first?.type !== 'text' || colon === -1) return [];
  const label = first.data.slice(0, colon).trim();
  if (label === '' || label.length > MAX_LABEL_LENGTH || !isKnown(label)) return [];
  const language = fragmentOf(paragraph.children).language;
  const rest = first.cloneNode();
  rest.data = first.data.slice(colon + 1);
  const nodes = [rest, ...paragraph.children.slice(1)];
  return lineOf(nodes) === '' ? [] : [{ label, fragment: { nodes, language } }];
}

const pairsOf = (element: Element, isKnown: (label: string) => boolean): Labelled[] => {
  if (element.name === 'dl') return fromDefinitionList(element);
  if (element.name === 'tr') return fromRow(element);
  const marked = fromParagraph(element);
  return marked.length > 0 ? marked : fromPlainLine(element, isKnown);
};

/** Collects every pair of label and value in nodes, in the order of the page. */
export function pairsIn(nodes: readonly Node[], isKnown: (label: string) => boolean): Labelled[] {
  const pairs: Labelled[] = [];
  for (const element of elementsIn(nodes, ofName('dl', 'tr', 'p', 'li', 'div'))) {
    for (const pair of pairsOf(element, isKnown)) pairs.push({ ...pair, element });
  }
  return pairs;
}

/** Pairs by the profile's own rules: an element for each pair, and selectors of label and value in it. */
export const pairsByRule = ($: CheerioAPI, nodes: readonly Node[], rules: readonly PairRule[]): Labelled[] =>
  rules.flatMap(({ each, label, value }) =>
    $([...nodes])
      .find(each)
      .toArray()
      .filter(isElement)
      .flatMap((element) =>
        labelled($(element).find(label).toArray(), $(element).find(value).toArray()).map((pair) => ({
          ...pair,
          element,
        })),
      ),
  );
