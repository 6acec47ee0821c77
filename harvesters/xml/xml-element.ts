/** An element of an XML page as a plain tree, and the few ways in which readers of records look into it. */

/** An element with what stands inside it. Names are local: servers bind the same vocabulary to any prefix, or to none. */
export interface XmlElement {
  readonly name: string;
  /** By the name as written, prefix and all. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The element's own text, without that of its children. */
  text: string;
  readonly line: number;
}

/** A name without its prefix. */
export const localName = (qualified: string): string => qualified.slice(qualified.indexOf(':') + 1);

/** The children of a name, in their order. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The first child of a name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** All elements at the end of a path of names; `*` is any name. */
export const elementsAt = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement[] => {
  let found = element === undefined ? [] : [element];
  for (const name of path) {
    found = found.flatMap(({ children }) =>
      name === '*' ? children : children.filter((child) => child.name === name),
    );
  }
  return found;
};

/** The first element at the end of a path of names. */
export const elementAt = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  elementsAt(element, ...path)[0];

/** An element's own text without the blanks around it; undefined where it says nothing. */
export const textOf = (element: XmlElement | undefined): string | undefined => {
  const text = element?.text.trim();
  return text === '' ? undefined : text;
};

/** The texts at the end of a path, those that say something. */
export const textsAt = (element: XmlElement | undefined, ...path: readonly string[]): string[] =>
  elementsAt(element, ...path).flatMap((found) => textOf(found) ?? []);

/** An attribute by its local name, without the blanks around it; undefined where it says nothing. */
export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined => {
  for (const key in element?.attributes) {
    if (localName(key) !== name) continue;
    const value = element.attributes[key]?.trim();
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
};

/** The language an element is marked with. */
export const languageOf = (element: XmlElement | undefined): string | undefined =>
  element?.attributes['xml:lang']?.trim() || undefined;
