/** Reads XML strictly, as a feed reader does: what is not well-formed is a failure. */
import { SaxesParser } from 'saxes';

export function readXml(text: string): { readonly names: string[]; readonly texts: string[] } {
  const names: string[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => names.push(name));
  parser.on('text', (part) => texts.push(part));
  parser.write(text).close();
  return { names, texts };
}
