import type {
  Bilingual,
  Involvement,
  Presentation,
  ProposalRequest,
  Requirement,
  TreatmentKind,
  TumourType,
} from '@consilium/contracts';

/** What a proposal is made from: the referral form as far as it is filled, with the age in years at referral. */
export type ProposalFacts = Omit<ProposalRequest, 'birthDate'> & { ageYears: number | null };

/** The parts of the form whose words a rule may read. */
export type TextSource = 'diagnosis' | 'summary' | 'comorbidities' | 'questions';

/** One of these structures is involved at least to this degree. */
export interface StructureCondition {
  anyOf: readonly string[];
  atLeast: Involvement;
}

/** Every part that is stated must hold; a condition without parts holds for every case. */
export interface ProposalCondition {
  involved?: readonly StructureCondition[];
  /** Suspected or invaded organs belong to at least so many of urinary tract, female genital organs and bowel. */
  organSystemsFrom?: number;
  tumourTypes?: readonly TumourType[];
  presentations?: readonly Presentation[];
  priorTreatments?: readonly TreatmentKind[];
  ageFrom?: number;
  ageTo?: number;
  /** One of the words stands in one of these parts of the form and is not denied there (“无糖尿病”, “no diabetes”). */
  words?: { anyOf: RegExp; in: readonly TextSource[] };
}

/** One line of the table: who is to take part, when, and the reason shown beside the department. */
export interface ProposalRule {
  id: string;
  departmentCode: string;
  requirement: Requirement;
  when: ProposalCondition;
  text: Bilingual;
}

interface RuleLine {
  when: ProposalCondition;
  zh: string;
  en: string;
}

const lineOf =
  (requirement: Requirement) =>
  (departmentCode: string, id: string, { when, zh, en }: RuleLine): ProposalRule => ({
    id,
    departmentCode,
    requirement,
    when,
    text: { zh, en },
  });

export const required = lineOf('REQUIRED');
export const optional = lineOf('OPTIONAL');

/** `from('ABUT', ORGANS)`: one of the organs is at least abutted. */
export const from = (atLeast: Involvement, anyOf: readonly string[]): StructureCondition => ({ anyOf, atLeast });

/** The whole history as the referrer told it. */
const RECORD: readonly TextSource[] = ['diagnosis', 'summary', 'comorbidities'];

/** The words stand in the history or in a question. */
export const stated = (anyOf: RegExp) => ({ anyOf, in: [...RECORD, 'questions'] as const });
/** The words stand in a question to the board. */
export const asked = (anyOf: RegExp) => ({ anyOf, in: ['questions'] as const });
/** The words name the disease itself or stand in a question. */
export const named = (anyOf: RegExp) => ({ anyOf, in: ['diagnosis', 'questions'] as const });

export const URINARY_TRACT = [
  'bladder',
  'bladder-trigone',
  'ureter-left',
  'ureter-right',
  'prostate',
  'seminal-vesicle',
  'urethra',
  'kidney',
];
export const FEMALE_GENITAL = ['uterus', 'cervix', 'parametrium', 'vagina', 'ovary-left', 'ovary-right', 'vulva'];
export const BOWEL = ['rectum', 'sigmoid-colon', 'colon', 'small-bowel', 'anal-canal'];
export const PRESACRAL = ['presacral-space', 'presacral-venous-plexus'];
export const SACRUM = ['sacrum-upper', 'sacrum-lower', 'coccyx'];
export const PELVIC_RING = ['ilium', 'acetabulum', 'pubis-ischium', 'sacroiliac-joint'];
export const SIDE_WALL = ['pelvic-side-wall-left', 'pelvic-side-wall-right'];
export const NERVES = ['sciatic-nerve', 'lumbosacral-trunk', 'sacral-roots'];
export const PERINEUM = ['perineal-skin', 'vulva', 'anal-canal', 'levator-ani'];
export const MAIN_ARTERIES = [
  'aortic-bifurcation',
  'common-iliac-artery-left',
  'common-iliac-artery-right',
  'external-iliac-artery-left',
  'external-iliac-artery-right',
];
export const MAIN_VEINS = [
  'inferior-vena-cava',
  'common-iliac-vein-left',
  'common-iliac-vein-right',
  'external-iliac-vein-left',
  'external-iliac-vein-right',
];
export const INTERNAL_ILIAC = ['internal-iliac-vessels-left', 'internal-iliac-vessels-right', 'gluteal-vessels'];

const ORGAN_SYSTEMS = [URINARY_TRACT, FEMALE_GENITAL, BOWEL];

const DEGREE: Record<Involvement, number> = { ABUT: 1, SUSPECT: 2, INVADE: 3 };

const isInvolved = (facts: Pick<ProposalFacts, 'structures'>, { anyOf, atLeast }: StructureCondition): boolean =>
  facts.structures.some(({ code, involvement }) => anyOf.includes(code) && DEGREE[involvement] >= DEGREE[atLeast]);

/** A denial reaches to the end of its clause, so that “无高血压、糖尿病” denies both; the comma ends it. “待排除” is a suspicion. */
const CLAUSE_END = /[，。；,;\n]/;
const DENIAL = /无|否认|未见|没有|(?<!待)排除|\b(?:no|not|without|denies)\b/i;

/** True where the words stand in the text and nothing before them in the same clause denies them. */
const isStated = (text: string, words: RegExp): boolean =>
  text.split(CLAUSE_END).some((clause) => {
    const at = clause.search(words);
    return at >= 0 && !DENIAL.test(clause.slice(0, at));
  });

const textsOf = (facts: ProposalFacts, source: TextSource): readonly string[] => {
  const part = facts[source];
  return typeof part === 'string' ? [part] : part;
};

/** True where every stated part of the condition holds for the case. */
export const conditionHolds = (when: ProposalCondition, facts: ProposalFacts): boolean => {
  const { involved, organSystemsFrom, tumourTypes, presentations, priorTreatments, ageFrom, ageTo, words } = when;
  const { ageYears } = facts;
  const systems = ORGAN_SYSTEMS.filter((organs) => isInvolved(facts, from('SUSPECT', organs))).length;
  return (
    (involved === undefined || involved.every((condition) => isInvolved(facts, condition))) &&
    (organSystemsFrom === undefined || systems >= organSystemsFrom) &&
    (tumourTypes === undefined || tumourTypes.includes(facts.tumourType)) &&
    (presentations === undefined || presentations.includes(facts.presentation)) &&
    (priorTreatments === undefined || facts.priorTreatmentKinds.some((kind) => priorTreatments.includes(kind))) &&
    (ageFrom === undefined || (ageYears !== null && ageYears >= ageFrom)) &&
    (ageTo === undefined || (ageYears !== null && ageYears <= ageTo)) &&
    (words === undefined ||
      words.in.some((source) => textsOf(facts, source).some((text) => isStated(text, words.anyOf))))
  );
};
