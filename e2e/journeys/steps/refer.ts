import {
  involvements,
  presentations,
  sexes,
  treatmentKinds,
  tumourTypes,
  urgencies,
  type Bilingual,
  type ClinicalRecord,
  type Directory,
} from '@consilium/contracts';
import { expect } from 'vitest';
import type { Effort } from './effort.js';
import type { Screen } from './screen.js';
import type { ToldCase } from './told-case.js';
import { atField, said } from './words.js';

const words = {
  form: said('提交病例', 'Refer a case'),
  name: said('姓名', 'Name'),
  identityNo: said('身份证号', 'Identity number'),
  phone: said('联系电话', 'Phone'),
  sex: said('性别', 'Sex'),
  birthDate: said('出生日期', 'Date of birth'),
  province: said('来源省份', 'Province of origin'),
  recordNo: said('住院号或门诊号', 'Record number'),
  diagnosis: said('诊断', 'Diagnosis'),
  tumourType: said('肿瘤类型', 'Tumour type'),
  presentation: said('本次表现', 'Presentation'),
  recurrenceNumber: said('第几次复发', 'Recurrence number'),
  icd10Code: said('ICD-10 编码', 'ICD-10 code'),
  summary: said('病情摘要', 'Summary'),
  ecog: said('体力状态 (ECOG)', 'Performance status (ECOG)'),
  comorbidities: said('合并症', 'Comorbidities'),
  treatments: said('既往治疗', 'Prior treatment'),
  treatmentAdd: said('添加一次治疗', 'Add a treatment'),
  treatmentKind: said('类别', 'Kind'),
  treatmentDate: said('日期', 'Date'),
  treatmentHospital: said('医院', 'Hospital'),
  treatmentText: said('说明', 'Description'),
  imaging: said('影像', 'Imaging'),
  imagingAdd: said('添加一次检查', 'Add an examination'),
  modality: said('检查', 'Examination'),
  imagingDate: said('检查日期', 'Examined on'),
  finding: said('所见', 'Findings'),
  pathology: said('病理与分子检测', 'Pathology and molecular tests'),
  pathologyAdd: said('添加一份病理', 'Add a pathology report'),
  conclusion: said('结论', 'Conclusion'),
  markers: said('免疫组化与基因检测', 'Immunohistochemistry and molecular tests'),
  pathologyDate: said('报告日期', 'Reported on'),
  questionAdd: said('再加一个问题', 'Add a question'),
  structureSearch: said('查找结构', 'Find a structure'),
  structures: said('受累结构', 'Involved structures'),
  wishes: said('患者意愿', 'Patient wishes'),
  urgency: said('紧急程度', 'Urgency'),
  departments: said('参与科室', 'Departments'),
  departmentAdd: said('添加科室', 'Add a department'),
  submit: said('提交', 'Submit'),
};

/** Fills in the whole referral, but not the departments, which propose themselves. */
export async function fillReferral(screen: Screen, told: ToldCase, directory: Directory): Promise<void> {
  await screen.go('/cases/new');
  await screen.page.getByRole('form', { name: screen.text(words.form) }).waitFor();
  await fillPatient(screen, told);
  await fillDiagnosis(screen, told);
  await fillHistory(screen, told);
  await fillStructures(screen, told, directory);
  await screen.fill(words.wishes, told.clinical.wishes);
  await screen.pick(screen.item(words.urgency), urgencies.labels[told.of.urgency]);
}

async function fillPatient(screen: Screen, { patient }: ToldCase): Promise<void> {
  await screen.fill(words.name, patient.name);
  await screen.fill(words.identityNo, patient.identityNo);
  await screen.fill(words.phone, patient.phone);
  await screen.pick(screen.item(words.sex), sexes.labels[patient.sex]);
  await screen.date(words.birthDate, patient.birthDate);
  await screen.fill(words.province, patient.province);
  await screen.fill(words.recordNo, patient.recordNo);
}

async function fillDiagnosis(screen: Screen, { clinical }: ToldCase): Promise<void> {
  await screen.fill(words.diagnosis, clinical.diagnosis);
  await screen.choose(words.tumourType, screen.text(tumourTypes.labels[clinical.tumourType]));
  await screen.choose(words.presentation, screen.text(presentations.labels[clinical.presentation]));
  await screen.fill(words.recurrenceNumber, String(clinical.recurrenceNumber));
  await screen.fill(words.icd10Code, clinical.icd10Code);
  await screen.fill(words.summary, clinical.summary);
  await screen.choose(words.ecog, `${clinical.ecog} `);
  const comorbidities = screen.field(words.comorbidities);
  for (const one of clinical.comorbidities) {
    await comorbidities.fill(one);
    await comorbidities.press('Enter');
  }
}

async function fillHistory(screen: Screen, { clinical }: ToldCase): Promise<void> {
  const row = (named: Bilingual, index: number) =>
    screen.page.getByRole('group', { name: `${screen.text(named)} ${index + 1}`, exact: true });
  for (const [index, one] of clinical.priorTreatments.entries()) {
    await screen.button(words.treatmentAdd).click();
    const within = row(words.treatments, index);
    await screen.choose(words.treatmentKind, screen.text(treatmentKinds.labels[one.kind]), within);
    await screen.date(words.treatmentDate, one.happenedOn, within);
    await screen.fill(words.treatmentHospital, one.hospitalName, within);
    await screen.fill(words.treatmentText, one.text, within);
  }
  for (const [index, one] of clinical.imaging.entries()) {
    if (index > 0) await screen.button(words.imagingAdd).click();
    const within = row(words.imaging, index);
    await screen.fill(words.modality, one.modality, within);
    await screen.date(words.imagingDate, one.examinedOn, within);
    await screen.fill(words.finding, one.finding, within);
  }
  for (const [index, one] of clinical.pathology.entries()) {
    await screen.button(words.pathologyAdd).click();
    const within = row(words.pathology, index);
    await screen.fill(words.conclusion, one.text, within);
    await screen.fill(words.markers, one.markers.join('\n'), within);
    if (one.reportedOn !== null) await screen.date(words.pathologyDate, one.reportedOn, within);
  }
  for (const [index, question] of clinical.questions.entries()) {
    if (index > 0) await screen.button(words.questionAdd).click();
    await screen.fill(said(`问题 ${index + 1}`, `Question ${index + 1}`), question);
  }
}

async function fillStructures(screen: Screen, { clinical }: ToldCase, directory: Directory): Promise<void> {
  const search = screen.field(words.structureSearch);
  const chosen = screen.page.getByRole('list', { name: screen.text(words.structures), exact: true });
  for (const { code, involvement } of clinical.structures) {
    const name = directory.structures.find((one) => one.code === code)?.name;
    if (!name) throw new Error(`the catalogue has no structure ${code}`);
    await search.fill(screen.text(name));
    await screen.page.getByRole('button', { name: screen.text(name), exact: true, pressed: false }).click();
    await screen.pick(
      chosen.getByRole('listitem').filter({ has: screen.page.getByText(screen.text(name), { exact: true }) }),
      involvements.labels[involvement],
    );
  }
  await search.fill('');
}

/** How many of the involved structures somebody in a hurry names: those that bleed and those that decide who operates. */
const NAMED_IN_A_HURRY = 3;

/** Fills in what the form asks for and nothing else, and returns the structures that were named. */
export async function fillMandatory(
  screen: Screen,
  effort: Effort,
  { patient, clinical }: ToldCase,
  directory: Directory,
): Promise<ClinicalRecord['structures']> {
  await screen.go('/cases/new');
  await screen.page.getByRole('form', { name: screen.text(words.form) }).waitFor();
  await effort.fill(words.name, patient.name);
  await effort.fill(words.identityNo, patient.identityNo);
  await effort.fill(words.phone, patient.phone);
  await effort.fill(words.province, patient.province);
  // The identity number has said the sex and the date of birth by now.
  const born = await screen.field(words.birthDate).inputValue();
  if (born === '') await effort.date(words.birthDate, patient.birthDate);
  if (born === '') await effort.pick(screen.item(words.sex), sexes.labels[patient.sex]);
  await effort.fill(words.diagnosis, clinical.diagnosis);
  await effort.choose(words.tumourType, screen.text(tumourTypes.labels[clinical.tumourType]));
  await effort.choose(words.presentation, screen.text(presentations.labels[clinical.presentation]));
  await effort.fill(words.recurrenceNumber, String(clinical.recurrenceNumber));
  await effort.fill(words.summary, clinical.summary);
  await effort.choose(words.ecog, `${clinical.ecog} `);
  const [examination] = clinical.imaging;
  const row = screen.page.getByRole('group', { name: `${screen.text(words.imaging)} 1`, exact: true });
  await effort.fill(words.modality, examination?.modality ?? '', row);
  await effort.date(words.imagingDate, examination?.examinedOn ?? '', row);
  await effort.fill(words.finding, examination?.finding ?? '', row);
  await effort.fill(said('问题 1', 'Question 1'), clinical.questions[0] ?? '');
  const named = clinical.structures.slice(0, NAMED_IN_A_HURRY);
  const chosen = screen.page.getByRole('list', { name: screen.text(words.structures), exact: true });
  for (const { code, involvement } of named) {
    const name = screen.text(directory.structures.find((one) => one.code === code)?.name ?? { zh: code, en: code });
    await effort.fill(words.structureSearch, name);
    await effort.click(screen.page.getByRole('button', { name, exact: true, pressed: false }));
    const line = chosen.getByRole('listitem').filter({ has: screen.page.getByText(name, { exact: true }) });
    await effort.pick(line, involvements.labels[involvement]);
  }
  await effort.fill(words.wishes, clinical.wishes);
  return named;
}

/** Sends what was filled in, once the departments have proposed themselves; reads the case number from where the screen leads. */
export async function sendsMandatory(screen: Screen, effort: Effort, told: ToldCase): Promise<void> {
  await proposedDepartments(screen);
  await effort.click(screen.keyedButton(words.submit));
  await takesCaseNo(screen, told);
}

async function takesCaseNo(screen: Screen, told: ToldCase): Promise<void> {
  await screen.page.waitForURL(/\/cases\/[A-Z]\d{2}-\d{4,6}/);
  told.caseNo = new URL(screen.page.url()).pathname.split('/').at(-1) ?? '';
}

/** Spoils two entries, sends, and sees at each field what is wrong. */
export async function sendsWrong(screen: Screen, told: ToldCase): Promise<void> {
  await screen.fill(words.identityNo, '12345');
  await screen.fill(words.wishes, '');
  await screen.keyedButton(words.submit).click();
  await screen.seesAtField(words.identityNo, atField('invalid'));
  await screen.seesAtField(words.wishes, atField('required'));
  expect(await screen.field(words.name).inputValue(), 'what was typed stays').toBe(told.patient.name);
}

/** Puts right what was wrong and sends; reads the case number from where the screen leads. */
export async function sendsRight(screen: Screen, told: ToldCase): Promise<void> {
  await screen.fill(words.identityNo, told.patient.identityNo);
  await screen.fill(words.wishes, told.clinical.wishes);
  await screen.keyedButton(words.submit).click();
  await takesCaseNo(screen, told);
}

/** The departments the form proposes, once it does, with the reasons of each. */
export async function proposedDepartments(screen: Screen): Promise<{ name: string; reasons: string[] }[]> {
  const list = screen.page.getByRole('list', { name: screen.text(words.departments), exact: true });
  const rows = list.locator('> li');
  await rows.first().waitFor();
  return Promise.all(
    (await rows.all()).map(async (row) => ({
      name: await row.locator('span:not([aria-hidden])').first().innerText(),
      reasons: await row.getByRole('listitem').allInnerTexts(),
    })),
  );
}

export async function removesDepartment(screen: Screen, name: string): Promise<void> {
  await screen.button(said(`移除 ${name}`, `Remove ${name}`)).click();
}

export async function addsDepartment(screen: Screen, name: string): Promise<void> {
  await screen.choose(words.departmentAdd, name);
}
