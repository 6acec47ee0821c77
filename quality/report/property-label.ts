/** What a property is called where its place is not told beside it. */
import { classTable } from '#schemas/class-table.ts';
import { type ClassName, isClassName } from '#schemas/property.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import type { Texts } from '#schemas/texts.ts';

/** The records themselves: everybody takes a property without a class for theirs. */
const RECORDS: ReadonlySet<ClassName> = new Set(['Dataset', 'DatasetSeries']);

/** Saying that a description is right is an act and no property. */
export const CONFIRMATION = 'confirmation';
const confirmation: Texts = { da: 'bekræftelse af beskrivelsen', en: 'confirmation of the description' };

/** `Distribution.title` as `titel (distribution)`; a name that the property table does not know stays as it is. */
export function propertyLabel(property: string): Texts {
  if (property === CONFIRMATION) return confirmation;
  const [name = '', key = ''] = property.split('.');
  const label = isClassName(name) ? propertyByKey(name, key)?.label : undefined;
  if (!label || !isClassName(name)) return { da: property, en: property };
  if (RECORDS.has(name)) return label;
  const inside = classTable[name].label;
  return { da: `${label.da} (${inside.da})`, en: `${label.en} (${inside.en})` };
}
