import { z } from 'zod';
import type { Bilingual } from './fields.js';

/** The field's words: one identifier, one Chinese label, one English label. Screens print these labels and no others. */
export const vocabulary = <const T extends Record<string, Bilingual>>(words: T) => ({
  schema: z.enum(Object.keys(words) as [keyof T & string, ...(keyof T & string)[]]),
  labels: words,
});
