/** A text of ours, always in both languages. Harvested texts are language maps (`schemas/record.ts`) and may lack either. */
import * as z from 'zod';

export const Texts = z.object({ da: z.string(), en: z.string() });
export type Texts = z.infer<typeof Texts>;
