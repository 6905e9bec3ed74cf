import { z } from 'zod';

/** Building blocks of the schemas: each length and range is stated once, here. Lengths are in characters. */
export const id = z.uuid();
export const instant = z.iso.datetime({ offset: true });
export const date = z.iso.date();
export const version = z.int().min(1);

const text = (max: number) => z.string().trim().max(max);
export const shortText = text(120).min(1);
export const lineText = text(300).min(1);
export const longText = text(4000).min(1);
export const optionalLine = text(300).default('');
export const optionalLong = text(4000).default('');

/** A name in both languages of the product. */
export const bilingual = z.object({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingual>;

/** A name typed in both languages. */
export const nameInBoth = z.object({ zh: shortText, en: shortText });
/** Code of a hospital or department, as it stands in addresses: lower-case words joined by hyphens. */
export const organisationCode = z
  .string()
  .trim()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const locale = z.enum(['zh-CN', 'en-US']);
export type Locale = z.infer<typeof locale>;

/** Case number, e.g. P26-0187: site letter, two digits of the year, serial. Carries nothing of the patient. */
export const caseNo = z.string().regex(/^[A-Z]\d{2}-\d{4,6}$/);
/** Code under which another hospital sees a case, e.g. PX-7F3K: random, new for every sharing. */
export const pxCode = z.string().regex(/^PX-[0-9BCDFGHJKMNPQRSTVWXYZ]{4,6}$/);

export const caseParams = z.object({ caseNo });
export const pxParams = z.object({ px: pxCode });
export const idParams = z.object({ id });
export const done = z.object({ version });
