/**
 * Which departments operate. 医疗机构手术分级管理办法 (国卫办医政发〔2022〕18号) grades operations and grants surgeons the right to them, level by level;
 * a stage of such a department needs a lead with that right at the hospital. Anaesthesia, intensive care, transfusion, imaging, pathology and
 * medicine are not operations, and interventional treatment is graded and granted by a rule of its own, so their stages need none.
 *
 * A department of a kind that is not known here is taken to operate: a surgeon without the right is worse than one asked in vain.
 */
const KINDS_THAT_DO_NOT: ReadonlySet<string> = new Set([
  'critical-care',
  'diagnostic',
  'external',
  'medical',
  'mental-health',
  'pediatric',
  'rehabilitation',
  'research',
  'support',
]);

/** Departments whose kind says otherwise: oncology holds surgeons and physicians, paediatrics its surgery. */
const DO_NOT: ReadonlySet<string> = new Set([
  'interventional-oncology',
  'medical-oncology',
  'oncology',
  'radiation-oncology',
]);
const DO: ReadonlySet<string> = new Set(['pediatric-surgery']);

export const operates = ({ code, kind }: { code: string; kind: string }): boolean =>
  DO.has(code) || (!DO_NOT.has(code) && !KINDS_THAT_DO_NOT.has(kind));
