/** What all parts of a register's page know of it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Properties } from '../../parts/property-rows.ts';
import type { DatasetDocument } from './description.ts';

export interface Told {
  readonly dataset: DatasetDocument;
  readonly properties: Properties;
}

export const ToldRegister = createContext<Told | undefined>(undefined);

/** @throws Error outside a register's page. */
export function useTold(): Told {
  const told = useContext(ToldRegister);
  if (!told) throw new Error('There is no register around this part.');
  return told;
}
