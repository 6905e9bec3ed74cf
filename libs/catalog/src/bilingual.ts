import { z } from 'zod';

/** A name or sentence in both languages of the product. */
export const bilingualText = z.object({ zh: z.string().min(1), en: z.string().min(1) });
export type BilingualText = z.infer<typeof bilingualText>;

/** Stable code of a catalogue entry: lower case, words joined by hyphens. */
export const catalogueCode = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
