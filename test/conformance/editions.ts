/** What a source shows: more registers than two pages of a repository hold, of which some go, come and change each time. */
import { iriOf, PREFIXES } from '#test/chaos/feeds.ts';

/** Registers shown at a time. With those that are gone they fill three pages of a hundred, and none has only one record. */
const REGISTERS = 260;

/** So many of the oldest are gone in the next edition, and as many are new. */
const MOVED = 15;

/** One of so many has another title in each edition. */
const RETITLED = 40;

const register = (index: number, edition: number): string => {
  const version = index % RETITLED === 0 ? edition + 1 : 1;
  return `<${iriOf(`r${index}`)}> a dcat:Dataset ; dct:title "Register over åreforkalkning nr. ${index}, ${version}. udgave"@da .\n`;
};

/** The Turtle of an edition. */
export const editionOf = (edition: number): string =>
  PREFIXES + Array.from({ length: REGISTERS }, (_, place) => register(place + edition * MOVED, edition)).join('');
