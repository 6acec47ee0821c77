/** What reading a list in XML gives, one after the other. */
import type { Place } from '#schemas/reading.ts';
import type { XmlElement } from './xml-element.ts';
import type { XmlFault } from './xml-text.ts';

/** A record's own XML, for a reader that wants more than the tree. */
interface XmlSource {
  readonly text: string;
  /** The namespaces declared around it, as attributes. */
  readonly declarations: string;
}

export type XmlEvent =
  /** An element outside of all records was opened. */
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Attributes; readonly place: Place }
  | { readonly kind: 'unit'; readonly element: XmlElement; readonly place: Place; readonly source: XmlSource }
  /** A record that could not be read; `element` is what came before its fault. Reading goes on after it. */
  | {
      readonly kind: 'bad-unit';
      readonly element: XmlElement;
      readonly code: string;
      readonly message: string;
      readonly place: Place;
      readonly excerpt?: string | undefined;
    }
  | XmlFault;

/** The attributes of an element, by the name as written. */
export type Attributes = Readonly<Record<string, string>>;
