/** Where the areas of the map lie: owners, in them the kinds of their registers, in these the registers. */
import { type HierarchyRectangularNode, hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import type { SizeBy } from './address.ts';
import type { Mapped } from './map-document.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface RegisterArea extends Box {
  readonly dataset: Mapped;
  /** Whether the number by which areas are sized is told of it. */
  readonly isKnown: boolean;
}

export interface GroupArea extends Box {
  /** The owner's id or `NOBODY`, or the code of the type or theme, '' where there is none. */
  readonly id: string;
  readonly count: number;
}

export interface KindArea extends GroupArea {
  /** Which of the two the code is of. */
  readonly by: 'type' | 'theme';
}

export interface AreaLayout {
  /** Empty while one owner fills the map. */
  readonly owners: readonly GroupArea[];
  /** Those that have room for their name. */
  readonly kinds: readonly KindArea[];
  readonly registers: readonly RegisterArea[];
  /** Registers of which the number is not told. */
  readonly unknown: number;
}

/** Stands for the owner of registers whose source is known no more; no owner's id is a dash. */
export const NOBODY = '-';

/** The smallest area that is a link of its own: WCAG 2.2 asks for 24 pixels. Smaller ones are drawn, and reached by zooming in. */
export const REACHABLE = 24;

/** Height of the line with an owner's name, and with a kind's. */
export const OWNER_HEAD = 26;
export const KIND_HEAD = 20;
/** A name needs so much room, or there is none. */
export const HEAD_WIDTH = 70;

/** How much wider than high an area is at best: words are wide, and Danish ones are wider. */
const WIDER = 1.7;

/** The part of the map that registers without a number get together: to be seen, and not to be mistaken for large ones. */
const UNKNOWN_SHARE = 0.2;

const numberOf = ({ individuals, records, variables }: Mapped, size: SizeBy): number | undefined => {
  if (size === 'equal') return 1;
  // A record that names no variable does not say that there are none.
  const number = { individuals, records, variables }[size];
  return number !== null && number > 0 ? number : undefined;
};

interface Leaf {
  readonly level: 'register';
  readonly dataset: Mapped;
  readonly value: number;
  readonly isKnown: boolean;
}

interface Branch {
  readonly level: 'root' | 'owner' | 'kind';
  readonly id: string;
  readonly by: 'type' | 'theme';
  readonly children: readonly Node[];
}

type Node = Leaf | Branch;

function leavesOf(datasets: readonly Mapped[], size: SizeBy): readonly Leaf[] {
  const numbers = datasets.map((dataset) => numberOf(dataset, size));
  const known = numbers.filter((number) => number !== undefined);
  const sum = known.reduce((total, number) => total + number, 0);
  const smallest = known.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);
  const missing = numbers.length - known.length;
  const drawn = known.length === 0 ? 1 : Math.min(smallest, (sum * UNKNOWN_SHARE) / Math.max(1, missing));
  return datasets.map((dataset, place): Leaf => {
    const number = numbers[place];
    return { level: 'register', dataset, value: number ?? drawn, isKnown: number !== undefined };
  });
}

const kindOf = ({ kind, themes }: Mapped): string => (kind === null ? `theme ${themes[0] ?? ''}` : `type ${kind}`);

function kindsIn(leaves: readonly Leaf[]): Branch[] {
  return [...Map.groupBy(leaves, ({ dataset }) => kindOf(dataset))].map(([key, children]): Branch => {
    const [by = '', id = ''] = key.split(' ');
    return { level: 'kind', id, by: by === 'type' ? 'type' : 'theme', children };
  });
}

function ownersIn(leaves: readonly Leaf[]): Branch[] {
  return [...Map.groupBy(leaves, ({ dataset }) => dataset.owner ?? NOBODY)].map(([id, inside]): Branch => {
    return { level: 'owner', id, by: 'type', children: kindsIn(inside) };
  });
}

type Placed = HierarchyRectangularNode<Node>;

const boxOf = ({ x0, y0, x1, y1 }: Placed): Box => ({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 });

const isRoomy = ({ x0, y0, x1, y1 }: Placed, head: number): boolean => x1 - x0 >= HEAD_WIDTH && y1 - y0 >= 2 * head;

/** One kind is not worth a line of its own: its name would stand in every owner. */
const hasKindHead = (node: Placed): boolean => (node.parent?.children?.length ?? 0) > 1 && isRoomy(node, KIND_HEAD);

function headOf(node: Placed): number {
  if (node.data.level === 'owner') return isRoomy(node, OWNER_HEAD) ? OWNER_HEAD : 3;
  if (node.data.level === 'kind') return hasKindHead(node) ? KIND_HEAD : 0;
  return 0;
}

const groupOf = (node: Placed): GroupArea => {
  const id = node.data.level === 'register' ? '' : node.data.id;
  return { ...boxOf(node), id, count: node.leaves().length };
};

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly size: SizeBy;
  /** The owner that fills the map. */
  readonly zoom: string | undefined;
}

/** Whether there is anything of an owner to fill the map with. */
export const hasOwner = (datasets: readonly Mapped[], owner: string): boolean =>
  datasets.some((dataset) => (dataset.owner ?? NOBODY) === owner);

/** Squarified in a frame that is drawn narrower than it is, so that areas become wide and not square. */
function wideTiles(parent: Placed, x0: number, y0: number, x1: number, y1: number): void {
  treemapSquarify(parent, x0 / WIDER, y0, x1 / WIDER, y1);
  for (const child of parent.children ?? []) {
    child.x0 *= WIDER;
    child.x1 *= WIDER;
  }
}

/** Lays out the areas in a frame of pixels. A zoom on an owner of whom nothing was found shows all. */
export function layoutOf(datasets: readonly Mapped[], { width, height, size, zoom }: Frame): AreaLayout {
  const isZoomed = zoom !== undefined && hasOwner(datasets, zoom);
  const shown = isZoomed ? datasets.filter(({ owner }) => (owner ?? NOBODY) === zoom) : datasets;
  const leaves = leavesOf(shown, size);
  const children = isZoomed ? kindsIn(leaves) : ownersIn(leaves);
  const root = hierarchy<Node>({ level: 'root', id: '', by: 'type', children }, (node) =>
    node.level === 'register' ? undefined : node.children,
  )
    .sum((node) => (node.level === 'register' ? node.value : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const placed = treemap<Node>()
    .tile(wideTiles)
    .size([width, height])
    .paddingInner(2)
    .paddingOuter((node) => (node.data.level === 'owner' ? 3 : 0))
    .paddingTop(headOf)(root)
    .descendants();
  return {
    owners: placed.filter(({ data }) => data.level === 'owner').map(groupOf),
    kinds: placed.flatMap((node) =>
      node.data.level === 'kind' && hasKindHead(node) ? [{ ...groupOf(node), by: node.data.by }] : [],
    ),
    registers: placed.flatMap((node) => {
      const { data } = node;
      return data.level === 'register' ? [{ ...boxOf(node), dataset: data.dataset, isKnown: data.isKnown }] : [];
    }),
    unknown: leaves.filter(({ isKnown }) => !isKnown).length,
  };
}
