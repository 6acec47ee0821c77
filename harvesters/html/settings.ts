/** The `settings` of an html source: how its pages are walked and where in them each property stands. */
import { load } from 'cheerio';
import * as z from 'zod';
import { type ClassName, classNames } from '#schemas/property.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import { type TransformName, transforms } from './transforms.ts';

const accepts = (attempt: () => unknown): boolean => {
  try {
    attempt();
    return true;
  } catch {
    return false; // compiling is the only test of a selector or pattern that there is
  }
};

let emptyPage: ReturnType<typeof load> | undefined;

/** Compiles a selector. The page that it is tried on is made when the first selector is looked at. */
function select(selector: string): unknown {
  emptyPage ??= load('');
  return emptyPage(selector);
}

const isClass = (range: string): range is ClassName => (classNames as readonly string[]).includes(range);

/** True for a key of the dataset's rows, or `key.part` where part is a key of the class under it. */
const isProperty = (path: string): boolean => {
  const [key = '', part] = path.split('.');
  const row = propertyByKey('Dataset', key);
  if (!row || part === undefined) return row !== undefined;
  return isClass(row.range) && propertyByKey(row.range, part) !== undefined;
};

const notAProperty = 'not a key of the property table, as title or temporal.startDate';

const Selector = z
  .string()
  .min(1)
  .refine((selector) => accepts(() => select(selector)), 'not a CSS selector');
const Pattern = z
  .string()
  .min(1)
  .refine((pattern) => accepts(() => new RegExp(pattern, 'u')), 'not a regular expression');
const Words = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** Which links of a list page lead to register pages: those in the named places that match the pattern. */
const LinkRule = z
  .strictObject({
    selector: Selector.optional(),
    pattern: Pattern.optional(),
    /** Only links below this heading. */
    heading: Words.optional(),
  })
  .refine(
    ({ selector, pattern, heading }) => selector ?? pattern ?? heading,
    'needs a selector, a pattern or a heading: every link of a page is too many',
  );

export type LinkRule = z.infer<typeof LinkRule>;

/** The link to the next page of a list: by selector, or by what it says. */
const NextRule = z
  .strictObject({ selector: Selector.optional(), text: Words.optional() })
  .refine(({ selector, text }) => selector ?? text, 'needs a selector or a text');

/** What one record is: the page, each element a selector picks, each section under a heading, or each row of a table. */
const RecordRule = z.union([
  z.literal('page'),
  z.strictObject({ each: Selector }),
  z.strictObject({ sections: z.enum(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']), within: Selector.optional() }),
  z.strictObject({ rows: Selector }),
]);

/** Where the source's own stable name of a record stands. Never the title: titles are corrected. */
const IdentifierRule = z.union([
  z.literal('slug'),
  z.strictObject({ query: z.string().min(1) }),
  z.strictObject({ pattern: Pattern }),
  z.strictObject({ attribute: z.string().min(1) }),
  z.strictObject({ selector: Selector, attribute: z.string().optional() }),
  z.strictObject({ label: Words }),
]);

const transformNames = Object.keys(transforms) as [TransformName, ...TransformName[]];

const FieldRule = z
  .strictObject({
    /** A key of the property table, or `key.part`. */
    property: z.string().refine(isProperty, notAProperty),
    label: Words.optional(),
    heading: Words.optional(),
    column: Words.optional(),
    selector: Selector.optional(),
    attribute: z.string().min(1).optional(),
    /** Where the place is looked for: in the record's part of the page, or in the whole page. */
    from: z.enum(['record', 'page']).optional(),
    /** Picks a part of the text: the first group, or the whole match. */
    pattern: Pattern.optional(),
    transform: z.enum(transformNames).optional(),
    language: z.string().min(2).optional(),
    required: z.boolean().optional(),
  })
  .refine(
    ({ label, heading, column, selector }) =>
      [label, heading, column, selector].filter((place) => place !== undefined).length === 1,
    'needs exactly one of label, heading, column and selector',
  );
export type FieldRule = z.infer<typeof FieldRule>;

/** How label and value stand together in pages that use neither lists nor tables for it. */
const PairRule = z.strictObject({ each: Selector, label: Selector, value: Selector });

/** The presets: one for each family of owner pages. */
export const profileNames = ['label-value', 'prose-headings', 'variable-tables', 'file-list'] as const;

export const HtmlSettings = z.strictObject({
  profile: z.enum(profileNames).optional(),
  /** Pages to start with; the source's address where none is named. */
  start: z
    .array(z.url({ protocol: /^https?$/ }))
    .min(1)
    .max(1000)
    .optional(),
  /** Null: the start pages are register pages themselves. */
  links: LinkRule.nullable().optional(),
  next: NextRule.nullable().optional(),
  /** The part of a page that is not furniture. */
  content: Selector.optional(),
  /** Furniture inside the content. */
  ignore: Selector.optional(),
  record: RecordRule.optional(),
  identifier: IdentifierRule.optional(),
  /** The landing page of a record that names none: the page it stands on, or none. */
  landing: z.enum(['page', 'none']).optional(),
  /** Where labels are looked for without a rule of their own. */
  read: z.array(z.enum(['pairs', 'headings', 'columns'])).optional(),
  pairs: z.array(PairRule).optional(),
  fields: z.array(FieldRule).optional(),
  /** The source's own labels, beside the built-in ones: label → key of the property table, `key.part` or `key@da`. */
  labels: z
    .record(
      z.string(),
      z.string().refine((target) => isProperty(target.replace(/@(?:da|en)$/, '')), notAProperty),
    )
    .optional(),
  /** Labels that mean nothing: neither read nor reported. */
  skip: z.array(z.string()).optional(),
  /** Tables of variables; null where tables are never that. */
  variables: z.strictObject({ tables: Selector.optional() }).nullable().optional(),
  /** The language of pages that do not say it. */
  language: z.string().min(2).optional(),
});
export type HtmlSettings = z.infer<typeof HtmlSettings>;
export type PairRule = z.infer<typeof PairRule>;
export type IdentifierRule = z.infer<typeof IdentifierRule>;
