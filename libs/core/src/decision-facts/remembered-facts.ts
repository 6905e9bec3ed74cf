import type { DecisionRecord, FactChoice, RecommendationKind } from '@consilium/contracts';
import type { Transaction } from '../database/index.js';
import { factsByDirection, factsByKind } from './fact-proposals.rules.js';
import type { PresentFacts } from './present-facts.js';
import { DecisionFact } from './decision-fact.entity.js';
import { expiresAt, lastDayOf } from './standing-facts.rules.js';

type Stands = Pick<DecisionRecord, 'direction' | 'facts' | 'recommendations'>;

interface ChosenFact {
  recommendation: number | null;
  key: string;
  validDays: number | null;
}

const kindOf = (kind: RecommendationKind | undefined): RecommendationKind => kind ?? 'OTHER';

/** What a record says it stands on: what was chosen, or what the rules propose as far as it is known. */
export function chosenFacts(record: Stands, present: PresentFacts): ChosenFact[] {
  const known = (chosen: readonly Pick<FactChoice, 'key' | 'validDays'>[], recommendation: number | null) =>
    chosen
      .filter(({ key }) => present.has(key))
      .map(({ key, validDays }): ChosenFact => ({ recommendation, key, validDays }));
  return [
    ...known(record.facts ?? factsByDirection[record.direction], null),
    ...record.recommendations.flatMap(({ facts, kind }, ordinal) => known(facts ?? factsByKind[kindOf(kind)], ordinal)),
  ];
}

/**
 * Keeps what a concluded decision stands on, as the case has it now. Where it is recorded anew before it is signed, what was remembered of a
 * fact stays as it was discussed: a correction of the minutes takes no change of the record for granted.
 */
export async function rememberFacts(
  tx: Transaction,
  of: { decisionId: string; caseId: string; timeZone: string },
  record: Stands,
  present: PresentFacts,
): Promise<void> {
  const before = await tx.query<DecisionFact>(
    `DELETE FROM decision_facts WHERE decision_id = $1 RETURNING fact_key AS "factKey", label_zh AS "labelZh", label_en AS "labelEn", value,
       observed_on::text AS "observedOn", source_revision AS "sourceRevision", confirmed_on::text AS "confirmedOn",
       present_value AS "presentValue", flag, flagged_at AS "flaggedAt",
       kept_value AS "keptValue", kept_at AS "keptAt"`,
    [of.decisionId],
  );
  const remembered = new Map(before.map((fact) => [fact.factKey, fact]));
  const known = new Map([
    ...present,
    ...before.map(({ factKey, value, observedOn, confirmedOn, labelZh, labelEn, sourceRevision }) => {
      const own = present.get(factKey)?.validUntil;
      return [
        factKey,
        {
          value,
          observedOn: confirmedOn ?? observedOn,
          label: { zh: labelZh, en: labelEn },
          ...(sourceRevision !== null && { revision: sourceRevision }),
          ...(own !== undefined && { validUntil: own }),
        },
      ] as const;
    }),
  ]);
  const rows = chosenFacts(record, known).flatMap(({ recommendation, key, validDays }) => {
    const fact = known.get(key);
    if (fact === undefined) return [];
    const earlier = remembered.get(key);
    const lastDay = lastDayOf(fact, validDays);
    return [
      {
        id: tx.newId(),
        decisionId: of.decisionId,
        caseId: of.caseId,
        recommendation,
        factKey: key,
        labelZh: fact.label.zh,
        labelEn: fact.label.en,
        value: fact.value,
        observedOn: earlier?.observedOn ?? fact.observedOn,
        sourceRevision: fact.revision ?? null,
        validDays,
        confirmedOn: earlier?.confirmedOn ?? null,
        validUntil: lastDay,
        expiresAt: expiresAt(lastDay, of.timeZone),
        presentValue: earlier?.presentValue ?? null,
        flag: earlier?.flag ?? null,
        flaggedAt: earlier?.flaggedAt ?? null,
        keptValue: earlier?.keptValue ?? null,
        keptAt: earlier?.keptAt ?? null,
      },
    ];
  });
  await tx.insert(DecisionFact, rows);
}
