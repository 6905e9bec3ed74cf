import { z } from 'zod';
import { bilingualText } from './bilingual.js';
import shippedAnalytes from './data/analytes.json' with { type: 'json' };
import shippedIcd10 from './data/icd10.json' with { type: 'json' };
import shippedIcdo3 from './data/icdo3.json' with { type: 'json' };

/** One code with its words. `verified`: compared with a published table; what is not is shown as such. */
export const catalogueItem = z.object({ code: z.string().min(1), label: bilingualText, verified: z.boolean() });
export type CatalogueItem = z.infer<typeof catalogueItem>;

const listOf = <Item extends typeof catalogueItem>(item: Item) =>
  z.object({
    /** Where the list comes from, and what of it has not been checked. */
    source: z.string().min(1),
    edition: z.string().min(1),
    items: z.array(item),
  });

/** Diagnoses of the pelvis: ICD-10 categories of four characters, or three where there are no more. */
export const icd10 = listOf(catalogueItem.extend({ code: z.string().regex(/^[A-Z]\d{2}(\.\d)?$/) })).parse(
  shippedIcd10,
);

/** Morphologies with their behaviour digit: /0 benign, /1 uncertain, /3 malignant, /6 metastatic. */
export const icdo3 = listOf(catalogueItem.extend({ code: z.string().regex(/^\d{4}\/[01236]$/) })).parse(shippedIcdo3);

/** What laboratories measure, with the unit a result is taken to have where none is stated; empty for a plain number. */
export const analytes = listOf(
  catalogueItem.extend({ code: z.string().regex(/^[A-Z][A-Z0-9-]*$/), unit: z.string() }),
).parse(shippedAnalytes);
