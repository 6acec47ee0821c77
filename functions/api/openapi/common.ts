/** What answers have in common. Objects may get further members later: whoever reads them passes over what they do not know. */
import * as z from 'zod';

export const Address = z.string().meta({ format: 'uri' });
/** An instant (RFC 3339, in UTC). */
export const Time = z.string().meta({ format: 'date-time' });
/** A text by language; `und` where nobody said which. */
export const LanguageMap = z.record(z.string(), z.string());
/** Names of ours: in Danish, English or both. */
export const Names = z.object({ da: z.string().optional(), en: z.string().optional() });

/** What a property is called. */
export const Label = z.object({ da: z.string(), en: z.string() });

/** One of two values that are compared; null where there is none. */
export const ToldValue = z
  .object({
    value: z.unknown().optional(),
    omitted: z.literal(true).optional().describe('The value is too long for a comparison.'),
    text: Label.describe('The value as people read it, cut where it is long.'),
  })
  .nullable();

/** A place in the log that a view of it has come to. */
export const Position = z.object({ epoch: z.string(), seq: z.number().int() });

export const Kind = z.enum(['Dataset', 'DatasetSeries']);

/** Addresses that lead on. */
export const linksTo = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ self: Address, ...shape });

/** A page of a list; `cursor` is what to go on with, null at the end. */
export const pageOf = <Item extends z.ZodType, Shape extends z.ZodRawShape>(item: Item, links: Shape) =>
  z.object({
    items: z.array(item),
    cursor: z.string().nullable(),
    hasMore: z.boolean(),
    links: linksTo({ next: Address.nullable(), ...links }),
  });

/** RFC 9457. Members beside these are a problem's own, such as the `tombstone` of a removed dataset. */
export const Problem = z
  .looseObject({
    type: Address.describe('Leads to an explanation of the problem; its last part is the stable code.'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().describe('The path that was asked for.'),
    requestId: z.string().describe('What to name when asking for help.'),
    errors: z
      .array(
        z.object({
          parameter: z.string().optional(),
          pointer: z.string().optional(),
          code: z.string().optional(),
          detail: z.string(),
        }),
      )
      .optional()
      .describe('Each fault, with the parameter or the place in the body (a JSON pointer).'),
  })
  .meta({ id: 'Problem' });
