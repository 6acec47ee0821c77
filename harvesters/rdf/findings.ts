/** What a parser found wrong with a page, by the node it touches, until the records are made. */
import { EXCERPT_LENGTH, type Place, type Repair } from '#schemas/reading.ts';
import type { Term } from './graph.ts';

/** Findings of one kind that are kept a page: a feed with the same fault on every line would fill the memory with reports. */
const MAX_FINDINGS = 5_000;

/** Subjects noted as described in several places; one is enough to know that a page is in no order. */
const MAX_REVISITED = 10_000;

/** Something lost, with where and why. */
export interface Damage {
  readonly code: string;
  readonly message: string;
  readonly place?: Place | undefined;
  readonly excerpt?: string | undefined;
}

/** What is said of each node beyond those: that it is damaged must be known of all, where and how of the first. */
const UNTOLD: Damage = { code: 'syntax-error', message: 'the page has more faults than are told one by one' };

/** The findings of one page. Repairs and damages belong to nodes; the rest belongs to the page. */
export class Findings {
  readonly repairs = new Map<Term, Repair[]>();
  readonly damages = new Map<Term, Damage>();
  /** Statements lost whose subject could not be made out. */
  readonly lost: Damage[] = [];
  readonly problems: Damage[] = [];
  /** From where on the page could not be read. */
  broken: Damage | undefined;
  /** Subjects whose statements stand apart from each other: more of them may stand behind the end of a page that breaks off. */
  readonly revisited = new Set<Term>();
  /** Where nodes stand in a page that has no lines to tell: JSON pointers. */
  readonly paths = new Map<Term, string>();
  #repairs = 0;

  repair(node: Term, repair: Repair): void {
    if (++this.#repairs > MAX_FINDINGS) return;
    const cut = { ...repair, value: repair.value?.slice(0, EXCERPT_LENGTH) };
    const known = this.repairs.get(node);
    if (known === undefined) this.repairs.set(node, [cut]);
    else known.push(cut);
  }

  /** Marks a node as not wholly read; the first damage of a node is told. */
  damage(node: Term | undefined, damage: Damage): void {
    if (node === undefined) {
      if (this.lost.length < MAX_FINDINGS) this.lost.push(damage);
    } else if (!this.damages.has(node)) this.damages.set(node, this.damages.size < MAX_FINDINGS ? damage : UNTOLD);
  }

  revisit(node: Term): void {
    if (this.revisited.size < MAX_REVISITED) this.revisited.add(node);
  }

  problem(problem: Damage): void {
    if (this.problems.length < MAX_FINDINGS) this.problems.push(problem);
  }

  break(damage: Damage): void {
    this.broken ??= damage;
  }
}

/** A parser of one serialisation: bytes in, triples and findings out. It never throws for what the bytes say. */
export interface RdfParser {
  push(chunk: Uint8Array): void;
  end(): void;
}
