import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deidentifyText, HATCH } from './deidentify-text.rules.js';
import { ageBand, deidentify, hospitalLetter, namesOfHospital, type IdentifiableRecord } from './deidentify.rules.js';

const SESSION_DAY = '2026-11-24';
const none = { sessionDay: SESSION_DAY, patient: [], hospitals: new Map<string, string>() };
const record: IdentifiableRecord = {
  ageYears: 52,
  tumourType: 'COLORECTAL',
  diagnosis: '直肠癌术后局部复发（欧阳示例）',
  presentation: 'LOCAL_RECURRENCE',
  recurrenceNumber: 1,
  summary:
    '欧阳示例，身份证 999999197401011234，电话 10000000001，住院号：A0012345。2025年3月1日在临川市人民医院行直肠癌根治术，2025-09 转至云岭省肿瘤医院。',
  wishes: '欧阳示例希望保留排便功能，愿在北辰肿瘤医院就诊',
  ecog: 1,
  comorbidities: ['2019年起高血压'],
  structures: [{ code: 'bladder', involvement: 'SUSPECT' }],
  priorTreatments: [
    { kind: 'SURGERY', happenedOn: '2025-03-01', hospitalName: '临川市人民医院', text: '直肠癌根治术（Dixon）' },
    {
      kind: 'RADIOTHERAPY',
      happenedOn: '2025-06-10',
      hospitalName: '鹏城肿瘤医院',
      text: '放疗 50 Gy/25 次，2025/06/10 开始',
    },
    { kind: 'CHEMOTHERAPY', happenedOn: '2025-08-01', hospitalName: '临川市人民医院', text: 'CAPOX 4 周期' },
    { kind: 'OTHER', happenedOn: '2025-10-01', hospitalName: '', text: '随诊' },
  ],
  imaging: [{ modality: 'MRI', examinedOn: '2026-11-19', finding: '病灶 4.8 cm，检查号 MR202611190001' }],
  pathology: [{ reportedOn: null, text: '腺癌，会诊于临川市人民医院', markers: ['CK20 (+)', 'Ki-67 60%'] }],
  questions: ['能否整块切除膀胱？'],
};
const known = {
  patient: ['欧阳示例', '999999197401011234', '10000000001', 'A0012345'],
  host: namesOfHospital(
    { zh: '云岭省肿瘤医院', en: 'Yunling Provincial Cancer Hospital' },
    { zh: '云岭', en: 'Yunling' },
  ),
  others: [
    namesOfHospital({ zh: '北辰肿瘤医院', en: 'Beichen Cancer Hospital' }, { zh: '北辰', en: 'Beichen' }),
    namesOfHospital({ zh: '临川市人民医院', en: "Linchuan People's Hospital" }, { zh: '临川', en: 'Linchuan' }),
  ],
};

describe('a shared case', () => {
  const shared = deidentify(record, known, SESSION_DAY);
  const everything = JSON.stringify(shared);

  it('holds no name, number, date or hospital of the original anywhere', () => {
    for (const secret of [
      '欧阳',
      '示例',
      '999999',
      '10000000001',
      '0012345',
      '临川',
      '鹏城',
      '云岭',
      '北辰',
      '202611190001',
      '2025',
      '2019',
    ])
      expect(everything).not.toContain(secret);
  });
  it('names the hospitals by letters in the order in which they treated, and the same hospital by the same letter', () => {
    expect(shared.priorTreatments?.map(({ hospital }) => hospital)).toEqual(['外院 A', '外院 B', '外院 A', '外院']);
    expect(shared.summary).toContain('在外院 A行直肠癌根治术');
    expect(shared.summary).toContain('转至邀请方医院');
    expect(shared.wishes).toContain('外院 C');
    expect(shared.pathology?.[0]?.text).toBe('腺癌，会诊于外院 A');
  });
  it('counts days from the session', () => {
    expect(shared.imaging?.[0]?.day).toBe(-5);
    expect(shared.priorTreatments?.[0]?.day).toBe(-633);
    expect(shared.pathology?.[0]?.day).toBeNull();
  });
  it('gives the age in a band of five years', () => expect(shared.ageBand).toBe('50–54'));
  it('keeps what is clinical', () => {
    expect(shared.imaging?.[0]?.finding).toContain('病灶 4.8 cm');
    expect(shared.priorTreatments?.[1]?.text).toContain('放疗 50 Gy/25 次');
    expect(shared.pathology?.[0]?.markers).toEqual(['CK20 (+)', 'Ki-67 60%']);
    expect(shared.questions).toEqual(['能否整块切除膀胱？']);
  });
});

describe('dates in free text', () => {
  it.each([
    ['2025-03-01 手术', 'T−633 天 手术'],
    ['2025年3月1日手术', 'T−633 天手术'],
    ['2025年03月01号手术', 'T−633 天手术'],
    ['2025/3/1 手术', 'T−633 天 手术'],
    ['2025.03.01手术', 'T−633 天手术'],
    ['20250301 手术', 'T−633 天 手术'],
    ['on March 1, 2025', 'on T−633 天'],
    ['on 1 Mar 2025', 'on T−633 天'],
    ['2025年3月复发', 'T−20 月复发'],
    ['2025-03 复发', 'T−20 月 复发'],
    ['in March 2025', 'in T−20 月'],
    ['2023年确诊', 'T−3 年确诊'],
    ['2026-11-24 当日', 'T−0 天 当日'],
    ['2026-12-01 复查', 'T+7 天 复查'],
    ['3月1日入院', '约 T−268 天入院'],
  ])('%s becomes %s', (text, clean) => expect(deidentifyText(text, none)).toBe(clean));

  it.each([
    'T4bN1M0',
    '4.8×3.2 cm',
    '出血 1600 ml',
    'CEA 12.5 ng/ml',
    '50.4 Gy/28 次',
    '术后 3 月复查',
    'Ki-67 60%',
    'L5–S1',
    '12:30',
    '2020 ml',
  ])('%s is not taken for a date or a number that identifies', (text) => expect(deidentifyText(text, none)).toBe(text));
});

describe('numbers and names in free text', () => {
  it.each([
    '身份证 11010519491231002X',
    '旧证 110105491231002',
    '手机 13812345678',
    '手机 +86 138-1234-5678',
    '座机 010-12345678',
    '病案号：00123456',
    '住院号 ZY-2020-118',
    'MRN: 00998877',
    '卡号 6222021234567',
  ])('%s is hatched', (text) => {
    const clean = deidentifyText(text, none);
    expect(clean).toContain(HATCH);
    expect(clean).not.toMatch(/\d{3,}/);
  });
  it('hatches a name in Latin letters whatever its case, but not inside another word', () => {
    const secrets = { ...none, patient: ['Li Na'] };
    expect(deidentifyText('LI  NA was told; alina and linac stay', secrets)).toBe(
      `${HATCH} was told; alina and linac stay`,
    );
  });
  it('hides a hospital that the record did not list, and keeps common words for one', () => {
    expect(deidentifyText('患者在西岭市第一医院手术', none)).toBe('患者在外院手术');
    expect(deidentifyText('患者在当地医院手术', none)).toBe('患者在当地医院手术');
  });
  it('never lets the name of the patient through, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom('张示例01', '欧阳示例', '阿依·示例'),
        (before, after, name) => {
          expect(deidentifyText(before + name + after, { ...none, patient: [name] })).not.toContain(name);
        },
      ),
    );
  });
  it('lets no identity number through, wherever it stands between other characters', () => {
    const digits = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 17, maxLength: 17 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(digits, fc.constantFrom('0', '7', 'X'), (number, last) => {
        expect(deidentifyText(`证件${number}${last}。`, none)).not.toContain(number);
      }),
    );
  });
});

it('bands of age are five years wide and the oldest share one', () => {
  expect([0, 4, 5, 54, 89, 90, 104].map(ageBand)).toEqual(['0–4', '0–4', '5–9', '50–54', '85–89', '90+', '90+']);
});
it('letters go on after Z', () => {
  expect([0, 25, 26, 51, 52].map(hospitalLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
});
