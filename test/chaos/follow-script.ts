/** What a source of many small registers shows, round by round: some come, some change, some go, and some come back. */
import { iriOf, PREFIXES } from './feeds.ts';

/** Registers that are shown at a time. */
const REGISTERS = 120;

/** So many are new in each round, and as many of the oldest are gone for ever. */
const NEW = 12;

/** One of so many is away for a round and back in the next. */
const AWAY = 25;

/** A register has another title in every third round. */
const RENAMED = 3;

const register = (index: number, round: number): string =>
  `<${iriOf(`r${index}`)}> a dcat:Dataset ;
  dct:title "Register over åreforkalkning ${index}, ${Math.floor((index + round) / RENAMED)}. udgave"@da .\n`;

/** The Turtle of a round. */
export const feedOf = (round: number): string =>
  PREFIXES +
  Array.from({ length: REGISTERS }, (_, place) => place + round * NEW)
    .filter((index) => (index + round) % AWAY !== 0)
    .map((index) => register(index, round))
    .join('');
