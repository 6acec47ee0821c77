/**
 * One number for the whole catalogue, which a follower can compute from the changes alone and compare: are we in step?
 *
 * The state hash is the sum, modulo 2^256, of SHA-256 over the line `<id> <revision> <contentHash>` of each live dataset. A
 * sum does not ask for an order, and a change moves it by what it takes away and what it brings, so nobody has to go
 * through the catalogue for it. It shows what was missed or applied twice; against forgery each file has its own SHA-256.
 */
import { hash } from 'node:crypto';
import type { LedgerEntry } from '#schemas/change.ts';

const MODULUS = 1n << 256n;
const HEX_DIGITS = 64;

/** How many datasets are live, and the sum of their lines. */
export interface CatalogueState {
  readonly count: number;
  readonly sum: bigint;
}

export const emptyState: CatalogueState = { count: 0, sum: 0n };

/** What the state hash knows of a dataset. */
export interface DatasetVersion {
  readonly id: string;
  readonly revision: number;
  readonly contentHash: string | null;
}

const numberOf = ({ id, revision, contentHash }: DatasetVersion): bigint =>
  BigInt(`0x${hash('sha256', `${id} ${revision} ${contentHash ?? ''}`, 'hex')}`);

export const withDataset = ({ count, sum }: CatalogueState, version: DatasetVersion): CatalogueState => ({
  count: count + 1,
  sum: (sum + numberOf(version)) % MODULUS,
});

const withoutDataset = ({ count, sum }: CatalogueState, version: DatasetVersion): CatalogueState => ({
  count: count - 1,
  sum: (sum - numberOf(version) + MODULUS) % MODULUS,
});

/** A change as the state hash needs it. */
type Step = Pick<LedgerEntry, 'type' | 'dataset' | 'revision' | 'contentHash' | 'previousHash'>;

/** The state after a change. A Create brings a dataset that was not live, whatever hash it had before it was removed. */
export function afterChange(state: CatalogueState, change: Step): CatalogueState {
  const { type, dataset: id, revision, contentHash, previousHash } = change;
  const before =
    type === 'Create' ? state : withoutDataset(state, { id, revision: revision - 1, contentHash: previousHash });
  return type === 'Delete' ? before : withDataset(before, { id, revision, contentHash });
}

/** The sum as it is published: 64 hexadecimal digits. */
export const stateHashOf = ({ sum }: CatalogueState): string => sum.toString(16).padStart(HEX_DIGITS, '0');

/** A published state, read back. */
export const readState = (count: number, stateHash: string): CatalogueState => ({
  count,
  sum: BigInt(`0x${stateHash}`),
});
