/** Highlights of a search: HTML in which the API has escaped everything but `<mark>`. It is taken apart here and never set as HTML. */

export interface Part {
  readonly text: string;
  readonly isMarked: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", '#x27': "'" };

const decoded = (html: string): string =>
  html.replace(/&(lt|gt|amp|quot|#39|#x27);/g, (entity, name: string) => ENTITIES[name] ?? entity);

/** The pieces of a highlight, in order. Any other tag than `<mark>` stays the text that it is. */
export function partsOf(html: string): readonly Part[] {
  const pieces = html.split(/<mark>((?:(?!<mark>)[\s\S])*?)<\/mark>/);
  return pieces
    .map((piece, place) => ({ text: decoded(piece), isMarked: place % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
