import type {
  Involvement,
  ProposalCondition,
  ProposalRequest,
  StructureCondition,
  TextSource,
} from '@consilium/contracts';
import { BOWEL, FEMALE_GENITAL, URINARY_TRACT } from './organ-groups.rules.js';
import { isStated, measuresAfter } from './phrases.rules.js';
import { reconstructionsAsked } from './reconstruction.rules.js';

/** What a proposal is made from: the referral form as far as it is filled, with the age in years at referral. */
export type ProposalFacts = Omit<ProposalRequest, 'birthDate'> & { ageYears: number | null };

const ORGAN_SYSTEMS = [URINARY_TRACT, FEMALE_GENITAL, BOWEL];

const DEGREE: Record<Involvement, number> = { ABUT: 1, SUSPECT: 2, INVADE: 3 };

/** Whether one of the structures is involved at least to the degree. */
export const isInvolved = (
  facts: Pick<ProposalFacts, 'structures'>,
  { anyOf, atLeast }: Readonly<StructureCondition>,
): boolean =>
  facts.structures.some(({ code, involvement }) => anyOf.includes(code) && DEGREE[involvement] >= DEGREE[atLeast]);

const systemsInvolved = (facts: ProposalFacts): number =>
  ORGAN_SYSTEMS.filter((organs) => isInvolved(facts, { atLeast: 'SUSPECT', anyOf: organs })).length;

const textsOf = (facts: ProposalFacts, source: TextSource): readonly string[] => {
  const part = facts[source];
  return typeof part === 'string' ? [part] : part;
};

const isMeasured = (
  facts: ProposalFacts,
  { anyOf, atLeast, below }: NonNullable<ProposalCondition['measures']>[number],
) =>
  [facts.diagnosis, facts.summary, ...facts.comorbidities, ...facts.questions]
    .flatMap((text) => measuresAfter(text, anyOf))
    .some((value) => (atLeast === undefined || value >= atLeast) && (below === undefined || value < below));

/** True where every stated part of the condition holds for the case. */
export const conditionHolds = (when: ProposalCondition, facts: ProposalFacts): boolean => {
  const { involved, organSystemsFrom, tumourTypes, presentations, priorTreatments, reconstructions } = when;
  const { ageFrom, ageTo, words, measures } = when;
  const { ageYears } = facts;
  return (
    (involved === undefined || involved.every((condition) => isInvolved(facts, condition))) &&
    (organSystemsFrom === undefined || systemsInvolved(facts) >= organSystemsFrom) &&
    (tumourTypes === undefined || tumourTypes.includes(facts.tumourType)) &&
    (presentations === undefined || presentations.includes(facts.presentation)) &&
    (priorTreatments === undefined || facts.priorTreatmentKinds.some((kind) => priorTreatments.includes(kind))) &&
    (reconstructions === undefined ||
      reconstructionsAsked(facts.questions).some((kind) => reconstructions.includes(kind))) &&
    (ageFrom === undefined || (ageYears !== null && ageYears >= ageFrom)) &&
    (ageTo === undefined || (ageYears !== null && ageYears <= ageTo)) &&
    (measures === undefined || measures.every((measure) => isMeasured(facts, measure))) &&
    (words === undefined ||
      words.in.some((source) => textsOf(facts, source).some((text) => isStated(text, words.anyOf, words.except))))
  );
};
