/** What the StatBank says of one table in one language. */
import * as z from 'zod';

/** Values of a variable that are named in its description: a municipality list alone has a hundred. */
const NAMED_VALUES = 12;

const text = z.string().nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);

const Value = z.object({ id: z.coerce.string(), text });

/** Codes of one form sort by time, and a table of days has thousands: the first and the last then stand for all. */
const endsOf = (codes: readonly string[]): string[] => {
  const forms = new Set(codes.map((code) => code.replace(/\d/g, '0')));
  const sorted = codes.toSorted();
  return forms.size === 1 && codes.length > 2 ? [...sorted.slice(0, 1), ...sorted.slice(-1)] : sorted;
};

const Variable = z
  .object({
    id: z.coerce.string().min(1),
    text,
    time: flag,
    elimination: flag,
    map: text,
    values: z.array(Value.nullable().catch(null)).catch([]),
  })
  .transform(({ values, ...variable }) => {
    const known = values.filter((value) => value !== null);
    return {
      ...variable,
      count: known.length,
      named: known.slice(0, NAMED_VALUES).map((value) => value.text ?? value.id),
      /** The periods of a time variable; the values of all others are too many to carry. */
      periods: variable.time === true ? endsOf(known.map(({ id }) => id)) : [],
    };
  });

const Contact = z.object({ name: text, phone: text, mail: text });

/** A table as a page gives it; what is not told of a table that is one is left out. */
export const TablePage = z.object({
  id: z.coerce.string().min(1),
  text,
  description: text,
  unit: text,
  suppressedDataValue: text,
  updated: text,
  active: flag,
  contacts: z.array(Contact.nullable().catch(null)).nullish().catch(undefined),
  documentation: z.object({ id: text, url: text }).nullish().catch(undefined),
  footnote: z.object({ text, mandatory: flag }).nullish().catch(undefined),
  variables: z.array(Variable.nullable().catch(null)).nullish().catch(undefined),
});

/** The same as it is carried from the Danish page to the English one. */
export const TableInfo = TablePage.extend({
  variables: z
    .array(
      z
        .object({
          id: z.string(),
          text,
          time: flag,
          elimination: flag,
          map: text,
          count: z.number(),
          named: z.array(z.string()),
          periods: z.array(z.string()),
        })
        .nullable(),
    )
    .nullish(),
});
export type TableInfo = z.infer<typeof TableInfo>;
