/** The namespaces in force inside an element, as attributes that a copy of a part of it can bring along. */
import type { Attributes } from './xml-event.ts';

/** Letters of declarations: they are copied for each record, so a page of long ones would cost that many times over. */
const MAX_DECLARATIONS = 16 * 1024;

/** An open element around the records. */
export interface Ancestor {
  readonly name: string;
  readonly declarations: string;
}

/** A name as a pattern that matches just it. */
export const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The declarations of an element with these attributes inside another. */
export const declarationsOf = (parent: Ancestor | undefined, attributes: Attributes): string => {
  let declarations = parent?.declarations ?? '';
  for (const name in attributes) {
    if (!/^xmlns(?::|$)/.test(name)) continue;
    const value = (attributes[name] ?? '').replace(/[&<"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
    // The nearest declaration counts; the same attribute twice would be no XML.
    const others = declarations.replace(new RegExp(` ${escaped(name)}="[^"]*"`), '');
    if (others.length + value.length < MAX_DECLARATIONS) declarations = `${others} ${name}="${value}"`;
  }
  return declarations;
};
