import { clinicalRecord, proposalRequest } from '@consilium/contracts';
import type { ClinicalRecord, Involvement, Requirement } from '@consilium/contracts';
import {
  demonstrationCases,
  departmentByCode,
  departments,
  pelvicCentre,
  structureByCode,
  structures,
} from '@consilium/catalog';
import type { DemonstrationReferral } from '@consilium/catalog';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHIPPED_RULES, proposeDepartments } from './department-proposal.rules.js';
import type { ProposalFacts } from './department-proposal.rules.js';

/** The centre's roster first, then whatever else a hospital may have. */
const ROSTER = pelvicCentre.roster.map(({ departmentCode }) => departmentCode);
const CENTRE = [...ROSTER, ...departments.map(({ code }) => code).filter((code) => !ROSTER.includes(code))];

/** A mass of which nothing is known but that it touches the abdominal wall. */
const plain: ProposalFacts = {
  tumourType: 'OTHER',
  diagnosis: '盆腔肿物',
  presentation: 'PRIMARY',
  recurrenceNumber: 0,
  summary: '',
  comorbidities: [],
  structures: [{ code: 'abdominal-wall', involvement: 'ABUT' }],
  priorTreatmentKinds: [],
  questions: [],
  ageYears: 55,
};

const proposalFor = (change: Partial<ProposalFacts>) =>
  proposeDepartments({ ...plain, ...change }, CENTRE, SHIPPED_RULES);

const requirementOf = (departmentCode: string, change: Partial<ProposalFacts>): Requirement | null =>
  proposalFor(change).find((proposal) => proposal.departmentCode === departmentCode)?.requirement ?? null;

const recordOf = ({ clinical }: DemonstrationReferral): ClinicalRecord =>
  clinicalRecord.parse({
    tumourType: clinical.tumourType,
    diagnosis: clinical.diagnosis.zh,
    icd10Code: clinical.icd10.code,
    presentation: clinical.presentation,
    recurrenceNumber: clinical.recurrenceNumber,
    summary: clinical.summary,
    wishes: clinical.wishes.text,
    ecog: clinical.ecog,
    comorbidities: clinical.comorbidities,
    structures: clinical.structures.items,
    priorTreatments: clinical.priorTreatments.map(({ kind, hospitalName, text }) => ({
      kind,
      hospitalName,
      text,
      happenedOn: '2020-01-01',
    })),
    imaging: clinical.imaging.map(({ modality, finding }) => ({ modality, finding, examinedOn: '2020-01-01' })),
    pathology: clinical.pathology.map(({ text, markers }) => ({ text, markers })),
    questions: clinical.questions.map(({ zh }) => zh),
  });

const factsOf = (one: DemonstrationReferral): ProposalFacts => {
  const record = recordOf(one);
  const { birthDate: _, ...request } = proposalRequest.parse({
    ...record,
    priorTreatmentKinds: record.priorTreatments.map(({ kind }) => kind),
  });
  return { ...request, ageYears: one.ageYears };
};

const share = (part: number, whole: number) => part / whole;

describe('the departments proposed for the ten demonstration cases', () => {
  const measured = demonstrationCases.map((one) => {
    const proposed = proposeDepartments(factsOf(one), CENTRE, SHIPPED_RULES);
    const needed = new Map(one.departments.map(({ code, requirement }) => [code, requirement]));
    const required = one.departments.filter(({ requirement }) => requirement === 'REQUIRED').map(({ code }) => code);
    return {
      key: one.key,
      required: required.length,
      missed: required.filter((code) => !proposed.some(({ departmentCode }) => departmentCode === code)),
      onlyOptional: required.filter((code) =>
        proposed.some(({ departmentCode, requirement }) => departmentCode === code && requirement === 'OPTIONAL'),
      ),
      proposed: proposed.length,
      right: proposed.filter(({ departmentCode }) => needed.has(departmentCode)).length,
      surplus: proposed.map(({ departmentCode }) => departmentCode).filter((code) => !needed.has(code)),
    };
  });
  const total = (count: (one: (typeof measured)[number]) => number) =>
    measured.reduce((sum, one) => sum + count(one), 0);

  it('leave out no department that the case requires', () => {
    expect(measured.flatMap(({ key, missed }) => missed.map((code) => `${key} ${code}`))).toEqual([]);
    expect(total(({ required }) => required)).toBeGreaterThan(80);
  });

  it('are required, not optional, where the case requires them', () => {
    expect(measured.flatMap(({ key, onlyOptional }) => onlyOptional.map((code) => `${key} ${code}`))).toEqual([]);
  });

  it('are needed, required or optional, in at least seven of ten proposals', () => {
    expect(
      share(
        total(({ right }) => right),
        total(({ proposed }) => proposed),
      ),
    ).toBeGreaterThanOrEqual(0.7);
  });
});

const structure = (code: string, involvement: Involvement = 'INVADE') => ({ structures: [{ code, involvement }] });

describe('what a clinician expects of the proposal', () => {
  it('asks imaging, pathology, anaesthesia and transfusion for every case', () => {
    const required = proposalFor({}).filter(({ requirement }) => requirement === 'REQUIRED');
    expect(required.map(({ departmentCode }) => departmentCode)).toEqual([
      'diagnostic-radiology',
      'pathology',
      'anesthesiology',
      'transfusion-medicine',
    ]);
  });

  it.each<[string, string, Partial<ProposalFacts>]>([
    ['urology', 'the ureter is abutted', structure('ureter-left', 'ABUT')],
    ['gynecologic-oncology', 'the uterus is abutted', structure('uterus', 'ABUT')],
    ['colorectal-surgery', 'the rectum is abutted', structure('rectum', 'ABUT')],
    ['bone-soft-tissue-oncology', 'the sacrum is suspected', structure('sacrum-lower', 'SUSPECT')],
    ['urology', 'the sacral roots may have to go', structure('sacral-roots', 'SUSPECT')],
    ['head-neck-surgery', 'the external iliac artery is held', structure('external-iliac-artery-right', 'SUSPECT')],
    ['vascular-surgery', 'the common iliac vein is invaded', structure('common-iliac-vein-left')],
    ['icu', 'the sacrum is invaded', structure('sacrum-upper')],
    ['plastic-surgery', 'the perineal skin is invaded', structure('perineal-skin')],
    ['rehabilitation', 'the acetabulum is invaded', structure('acetabulum')],
    ['radiation-oncology', 'the pelvis was irradiated', { priorTreatmentKinds: ['RADIOTHERAPY'] }],
    ['medical-oncology', 'chemotherapy was given', { priorTreatmentKinds: ['CHEMOTHERAPY'] }],
    ['medical-oncology', 'there is distant spread', { presentation: 'DISTANT' }],
    ['interventional-oncology', 'embolisation is asked about', { questions: ['术前是否栓塞？'] }],
    ['interventional-oncology', 'embolisation is asked about in English', { questions: ['Embolise first?'] }],
    ['plastic-surgery', 'a flap is asked about', { questions: ['会阴缺损用何种皮瓣？'] }],
    ['radiation-oncology', 're-irradiation is asked about', { questions: ['Is re-irradiation possible?'] }],
    ['cardiology', 'the patient has coronary disease', { comorbidities: ['冠心病支架术后 2 年'] }],
    ['nephrology', 'the kidneys are weak', { comorbidities: ['eGFR 38'] }],
    ['clinical-nutrition', 'weight was lost', { comorbidities: ['半年体重下降 8 kg'] }],
    ['icu', 'the patient is 80', { ageYears: 80 }],
    ['infectious-diseases', 'the patient lives with HIV', { comorbidities: ['HIV 感染，抗病毒治疗中'] }],
    ['nephrology', 'creatinine is 156', { comorbidities: ['血肌酐 156 µmol/L'] }],
    ['clinical-nutrition', 'albumin is 31', { comorbidities: ['白蛋白 31 g/L'] }],
    ['cardiology', 'the ejection fraction is 38 %', { summary: '左室射血分数 38%' }],
    ['pain-medicine', 'pain is severe', { summary: '骶尾部疼痛（NRS 8）' }],
    ['obstetrics', 'the patient is pregnant', { summary: '妊娠 22 周' }],
    ['general-pediatrics', 'the patient is 14', { ageYears: 14 }],
    ['vascular-surgery', 'a graft is asked about', { questions: ['血管切除后人工血管还是静脉搭桥？'] }],
    ['mental-health', 'the patient is under treatment for depression', { comorbidities: ['抑郁症，服舍曲林'] }],
    ['colorectal-surgery', 'there is a rectovaginal fistula', { summary: '直肠阴道瘘' }],
  ])('requires %s when %s', (departmentCode, _, change) => {
    expect(requirementOf(departmentCode, change)).toBe('REQUIRED');
  });

  it.each<[string, string, Partial<ProposalFacts>]>([
    ['vascular-surgery', 'an iliac vessel is only touched', structure('external-iliac-vein-left', 'ABUT')],
    ['endocrinology', 'the patient has diabetes', { comorbidities: ['2 型糖尿病'] }],
    ['respiratory-medicine', 'the patient has COPD', { summary: 'Known COPD, no fever' }],
    ['infectious-diseases', 'there was an abscess', { summary: '盆腔脓肿引流后' }],
    ['mental-health', 'the patient is 30', { ageYears: 30 }],
    ['gcp-center', 'a trial is asked about', { questions: ['能否参加临床试验？'] }],
    ['pain-medicine', 'pain is moderate', { summary: '骶尾部疼痛（NRS 5）' }],
  ])('suggests %s when %s', (departmentCode, _, change) => {
    expect(requirementOf(departmentCode, change)).toBe('OPTIONAL');
  });

  it.each<[string, string, Partial<ProposalFacts>]>([
    ['gynecologic-oncology', 'no female organ is near', structure('bladder')],
    ['head-neck-surgery', 'an artery is only touched in a new case', structure('external-iliac-artery-left', 'ABUT')],
    ['endocrinology', 'diabetes is denied', { comorbidities: ['无高血压、糖尿病'] }],
    ['infectious-diseases', 'the test for HIV is negative', { comorbidities: ['HIV 阴性'] }],
    ['clinical-nutrition', 'albumin is 42', { comorbidities: ['白蛋白 42 g/L'] }],
    ['nephrology', 'creatinine is 80', { comorbidities: ['血肌酐 80 µmol/L，肾功能正常'] }],
    ['thoracic-surgery', 'the lungs are free', { summary: '肝、肺未见转移', questions: [] }],
    ['cardiology', 'heart disease is denied', { summary: 'Denies angina and heart failure.' }],
    ['icu', 'nothing large is involved and age is unknown', { ageYears: null, tumourType: 'OTHER' }],
    ['mental-health', 'the age is not known', { ageYears: null }],
  ])('does not require %s when %s', (departmentCode, _, change) => {
    expect(requirementOf(departmentCode, change)).not.toBe('REQUIRED');
  });

  it('reads past a denial to what is stated in the next clause', () => {
    expect(requirementOf('endocrinology', { summary: '无高血压，有糖尿病。' })).toBe('OPTIONAL');
    expect(requirementOf('endocrinology', { summary: '待排除甲状腺疾病。' })).toBe('OPTIONAL');
    expect(requirementOf('endocrinology', { summary: '排除甲状腺疾病。' })).toBeNull();
  });

  it('names no department the hospital does not have', () => {
    const proposed = proposeDepartments({ ...plain, ...structure('rectum') }, ['urology', 'pathology'], SHIPPED_RULES);
    expect(proposed.map(({ departmentCode }) => departmentCode)).toEqual(['pathology', 'urology']);
  });

  it('gives each department once, those required first, each group in the order of the roster', () => {
    for (const one of demonstrationCases) {
      const proposed = proposeDepartments(factsOf(one), CENTRE, SHIPPED_RULES);
      const places = proposed.map(
        ({ departmentCode, requirement }) =>
          CENTRE.indexOf(departmentCode) + (requirement === 'OPTIONAL' ? CENTRE.length : 0),
      );
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it('never drops or downgrades a department because a structure is more involved', () => {
    const weight = { REQUIRED: 2, OPTIONAL: 1 };
    const involved = fc.array(
      fc.record({
        code: fc.constantFrom(...structures.map(({ code }) => code)),
        involvement: fc.constantFrom<Involvement>('ABUT', 'SUSPECT', 'INVADE'),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(involved, fc.nat(7), (list, which) => {
        const raised = list.map((one, at) =>
          at === which % list.length ? { ...one, involvement: 'INVADE' as const } : one,
        );
        const after = new Map(
          proposalFor({ structures: raised }).map(({ departmentCode, requirement }) => [departmentCode, requirement]),
        );
        for (const { departmentCode, requirement } of proposalFor({ structures: list })) {
          expect(weight[after.get(departmentCode) ?? 'OPTIONAL']).toBeGreaterThanOrEqual(weight[requirement]);
          expect(after.has(departmentCode)).toBe(true);
        }
      }),
    );
  });
});

describe('the table of rules', () => {
  it('gives each rule its own name and a reason in both languages', () => {
    const ids = SHIPPED_RULES.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(SHIPPED_RULES.filter(({ text }) => !/\p{Script=Han}/u.test(text.zh) || !/[a-z]/i.test(text.en))).toEqual([]);
  });

  it('speaks only of departments and structures of the catalogue', () => {
    expect(SHIPPED_RULES.filter(({ departmentCode }) => departmentByCode(departmentCode) === undefined)).toEqual([]);
    const named = SHIPPED_RULES.flatMap(({ when }) => (when.involved ?? []).flatMap(({ anyOf }) => anyOf));
    expect(named.filter((code) => structureByCode(code) === undefined)).toEqual([]);
  });
});
