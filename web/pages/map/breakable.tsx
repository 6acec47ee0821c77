/** Titles in narrow areas: Danish compounds may break before what they are compounds of. */
import type { JSX } from 'preact';

/** The ends that names of registers have in common; a break says nothing to a screen reader, and a copied text holds none. */
const SEAM =
  /(?<=\p{Ll}{4})(?=regist|databas|statistik|sygdom|diagnose|patient|behandling|plastik|kirurgi|undersøgelse|kohorte|sundhed)/giu;

export const breakable = (title: string): (string | JSX.Element)[] =>
  // The parts of one title never change places.
  title.split(SEAM).flatMap((part, place) => (place === 0 ? [part] : [<wbr key={part} />, part]));
