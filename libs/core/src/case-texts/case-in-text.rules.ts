import type { Presentation, ProposalRequest, TreatmentKind, TumourType } from '@consilium/contracts';
import type { ProposalFacts } from '../cases/department-proposal.rules.js';
import { isStated } from '../cases/phrases.rules.js';
import { sidesOf, structuresIn } from './structures-in-text.rules.js';
import type { Involved } from './structures-in-text.rules.js';
import type { WrittenCase } from '@consilium/catalog';

/** First words of the diagnosis, then the code: a sarcoma of the prostate is a soft-tissue tumour whatever organ its code names. */
const TYPE_WORDS: readonly [RegExp, TumourType][] = [
  [/骨肉瘤|软骨肉瘤|尤文|脊索瘤|骨巨细胞瘤|骨母细胞瘤/, 'BONE'],
  [/前列腺[^，。；]{0,6}肉瘤/, 'PROSTATE'],
  [/肉瘤|黏液瘤|纤维瘤病|孤立性纤维|脂肪瘤|卡波西|血管外皮|软组织|神经鞘瘤|神经纤维瘤|平滑肌瘤|间皮瘤/, 'SOFT_TISSUE'],
];
const TYPE_CODES: readonly [RegExp, TumourType][] = [
  [/^(?:C1[89]|C20|D12|D37\.[45])/, 'COLORECTAL'],
  [/^(?:C21|D01\.3)/, 'ANAL'],
  [/^(?:C53|D06)/, 'CERVICAL'],
  [/^C5[45]/, 'ENDOMETRIAL'],
  [/^(?:C5[67]|D39\.1)/, 'OVARIAN'],
  [/^C5[12]/, 'VULVOVAGINAL'],
  [/^C6[5678]/, 'BLADDER'],
  [/^C61/, 'PROSTATE'],
  [/^C4[0]|^C41|^D16/, 'BONE'],
  [/^(?:C4[6789]|D20|D21|D48|D36)/, 'SOFT_TISSUE'],
];

const tumourTypeOf = ({ diagnosis, icd10 }: WrittenCase): TumourType =>
  TYPE_WORDS.find(([words]) => words.test(diagnosis.zh))?.[1] ??
  TYPE_CODES.find(([codes]) => codes.test(icd10?.code ?? ''))?.[1] ??
  'OTHER';

const TREATMENT_WORDS: readonly [RegExp, TreatmentKind][] = [
  [/放疗|放化|放射治疗|照射|离子|质子|后装|粒子|Gy|近距离/i, 'RADIOTHERAPY'],
  [/化疗|放化|铂|紫杉|CAPOX|FOLF|XELOX|卡培他滨|吉西他滨|多柔比星|VDC/i, 'CHEMOTHERAPY'],
  [/靶向|贝伐|西妥昔|替尼|帕利|曲妥珠|维迪西妥/, 'TARGETED'],
  [/免疫|PD-?1|PD-?L1|利珠|珠单抗(?<!曲妥珠单抗|贝伐珠单抗)/i, 'IMMUNOTHERAPY'],
  [/栓塞/, 'EMBOLISATION'],
  [/消融/, 'ABLATION'],
];
/** Tissue taken, a tube laid or a stoma made is no operation on the tumour. */
const NO_RESECTION = /活检|穿刺|造瘘|造口|置管|支架|检查|探查|还纳/;
const RESECTION = /切除|根治|减灭|刮除|清扫|分期手术/;

const treatmentKindsOf = ({ priorOperations, priorTherapies }: WrittenCase): TreatmentKind[] => {
  const therapies = priorTherapies.map(({ type, regimenZh }) => `${type} ${regimenZh ?? ''}`);
  const operations = priorOperations.map(({ nameZh }) => nameZh);
  const kinds = TREATMENT_WORDS.filter(([words]) => [...therapies, ...operations].some((one) => words.test(one)));
  const isOperated = operations.some((name) => RESECTION.test(name) || !NO_RESECTION.test(name));
  return [...(isOperated ? (['SURGERY'] as const) : []), ...kinds.map(([, kind]) => kind)];
};

const presentationOf = (one: WrittenCase): Presentation => {
  const findings = one.imaging.map(({ findingZh }) => findingZh);
  const spread = [one.diagnosis.zh, ...findings].some((text) =>
    isStated(text, ['肺转移', '肝转移', '骨转移', '远处转移', '肝…转移', '肺…转移', '脑转移', '腹膜转移', '腹膜…播散']),
  );
  if (one.recurrence.isRecurrent) return spread ? 'LOCAL_PLUS_DISTANT' : 'LOCAL_RECURRENCE';
  if (spread) return 'DISTANT';
  return /残留|残余/.test(one.diagnosis.zh) ? 'RESIDUAL' : 'PRIMARY';
};

/** Structures named in diagnosis, site, findings and question, each with its highest degree. */
const structuresOf = (one: WrittenCase): Involved[] => {
  const sides = sidesOf(`${one.diagnosis.zh}，${one.site.zh}`);
  const originRemoved = one.priorOperations.some(({ nameZh }) => RESECTION.test(nameZh));
  const read = [
    ...structuresIn(one.diagnosis.zh, { kind: 'diagnosis', originRemoved, sides }),
    ...structuresIn(one.site.zh, { kind: 'place', sides }),
    ...one.imaging.flatMap(({ findingZh }) => structuresIn(findingZh, { kind: 'finding', sides })),
    ...structuresIn(one.pathology?.zh ?? '', { kind: 'finding', sides }),
    ...structuresIn(one.questionForMdt.zh, { kind: 'finding', sides }),
  ];
  const order = ['ABUT', 'SUSPECT', 'INVADE'] as const;
  const strongest = new Map<string, Involved>();
  for (const involved of read) {
    const known = strongest.get(involved.code);
    if (known === undefined || order.indexOf(involved.involvement) > order.indexOf(known.involvement))
      strongest.set(involved.code, involved);
  }
  return [...strongest.values()];
};

/** What the proposal rules read of a case written in a file; the referral form asks a person for the same. */
export const factsOfWritten = (one: WrittenCase): ProposalFacts => {
  const request: Omit<ProposalRequest, 'birthDate'> = {
    tumourType: tumourTypeOf(one),
    presentation: presentationOf(one),
    recurrenceNumber: one.recurrence.times,
    structures: structuresOf(one),
    comorbidities: one.comorbidities,
    priorTreatmentKinds: treatmentKindsOf(one),
    questions: one.questionForMdt.zh.split(/(?<=[？?])/).filter((question) => question.trim() !== ''),
    summary: [
      ...one.symptomsZh,
      one.recurrence.patternZh ?? '',
      ...one.priorOperations.map(({ nameZh }) => nameZh),
      ...one.imaging.map(({ findingZh }) => findingZh),
      one.pathology?.zh ?? '',
    ].join('。'),
    diagnosis: one.diagnosis.zh,
  };
  return { ...request, ageYears: one.age };
};
