import type { z } from 'zod';
import { vocabulary } from './words.js';

/** What a file kept with a case is. */
export const attachmentKinds = vocabulary({
  IMAGING: { zh: '影像', en: 'Imaging' },
  PATHOLOGY: { zh: '病理', en: 'Pathology' },
  LAB: { zh: '检验', en: 'Laboratory' },
  CONSENT: { zh: '知情同意', en: 'Consent' },
  LETTER: { zh: '转诊与病历文书', en: 'Letter or record' },
  PHOTO: { zh: '体表照片', en: 'Photograph' },
  OTHER: { zh: '其他', en: 'Other' },
});
export type AttachmentKind = z.infer<typeof attachmentKinds.schema>;

/** Columns of the template by which cases are imported, in their order. */
export const importColumns = vocabulary({
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  birthDate: { zh: '出生日期', en: 'Birth date' },
  identityNo: { zh: '身份证号', en: 'Identity number' },
  phone: { zh: '联系电话', en: 'Telephone' },
  recordNo: { zh: '病案号', en: 'Record number' },
  province: { zh: '省份', en: 'Province' },
  urgency: { zh: '紧急程度', en: 'Urgency' },
  tumourType: { zh: '肿瘤类型', en: 'Tumour type' },
  diagnosis: { zh: '诊断', en: 'Diagnosis' },
  icd10Code: { zh: 'ICD-10', en: 'ICD-10' },
  presentation: { zh: '就诊类型', en: 'Presentation' },
  recurrenceNumber: { zh: '第几次复发', en: 'Recurrence number' },
  summary: { zh: '病情摘要', en: 'Summary' },
  wishes: { zh: '患者意愿', en: "Patient's wishes" },
  ecog: { zh: 'ECOG', en: 'ECOG' },
  comorbidities: { zh: '合并症', en: 'Comorbidities' },
  structures: { zh: '受累结构', en: 'Involved structures' },
  priorTreatments: { zh: '既往治疗', en: 'Prior treatments' },
  imaging: { zh: '影像', en: 'Imaging' },
  pathology: { zh: '病理', en: 'Pathology' },
  questions: { zh: '讨论问题', en: 'Questions' },
  departments: { zh: '参加科室', en: 'Departments' },
});
export type ImportColumn = z.infer<typeof importColumns.schema>;
