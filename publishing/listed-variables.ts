/** The variables of one register as its owner lists them: table by table, in the order of the description. */
import type { Dataset, LanguageMap } from '#schemas/record.ts';
import { validityOf } from './search/search-variables.ts';

export interface ListedVariable {
  /** Its place in the description, from 1. */
  readonly place: number;
  /** What its table is called; empty where the owner does not say. */
  readonly table: LanguageMap;
  readonly name: string | null;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly datatype: string | null;
  /** As written; null where it is open or the owner does not say. */
  readonly since: string | null;
  readonly until: string | null;
  /** Where the owner defines it: a concept, or the codes that it may have. */
  readonly propertyUrl: string | null;
}

/** All of them, as often as they are listed: what stands in two tables stands here twice. */
export function* listedVariables({ hasVariables = [] }: Dataset): Generator<ListedVariable> {
  let place = 0;
  for (const { title: group = {}, table: tables = [] } of hasVariables) {
    for (const { title: table = group, column: columns = [] } of tables) {
      for (const {
        name = null,
        title = {},
        description = {},
        datatype = null,
        propertyUrl = null,
        temporal,
      } of columns) {
        place += 1;
        yield { place, table, name, title, description, datatype, ...validityOf(temporal), propertyUrl };
      }
    }
  }
}
