import { structureByCode, structures } from '@consilium/catalog';
import type { Bilingual } from '@consilium/contracts';
import { viewCase, type CaseFacts, type SealedIdentity } from '../cases/index.js';
import { recordOf } from '../clinical-record/index.js';
import type { Transaction } from '../database/index.js';
import { withoutWords, type ExportedCase, type ExportedDecision } from './exported-case.rules.js';

const DECISIONS = `
  SELECT d.direction, d.summary, d.consensus, s.name AS "signedBy", to_json(d.signed_at) AS "signedAt",
    coalesce((SELECT json_agg(json_build_object('text', x.value->>'text', 'owner', coalesce(o.name, ''), 'dueOn', x.value->>'dueOn') ORDER BY x.place)
      FROM jsonb_array_elements(d.recommendations) WITH ORDINALITY AS x (value, place)
        LEFT JOIN people o ON o.id = (x.value->>'ownerId')::uuid), '[]') AS recommendations
  FROM decisions d JOIN discussion_rounds r ON r.id = d.round_id JOIN people s ON s.id = d.signed_by
  WHERE r.case_id = $1 AND d.state = 'SIGNED' ORDER BY d.signed_at DESC`;

const HOSPITAL = `SELECT code, json_build_object('zh', name_zh, 'en', name_en) AS name FROM hospitals WHERE id = $1`;

const structureNames: ReadonlyMap<string, Bilingual> = new Map(
  structures.map(({ code }) => [code, structureByCode(code)?.name ?? { zh: code, en: code }]),
);

/**
 * The case as the actor sees it, to be taken out of the house. A copy that does not tell who the patient is has their own words hidden in
 * every text, wherever somebody wrote them.
 */
export async function exportedCase(
  tx: Transaction,
  facts: CaseFacts,
  { identity, isIdentified }: { identity: SealedIdentity; isIdentified: boolean },
): Promise<ExportedCase> {
  const { caseNo, state, urgency, referredAt, owner, patient, clinical, round } = await viewCase(tx, facts);
  const exported = {
    caseNo,
    state,
    urgency,
    tumourType: clinical.tumourType,
    referredAt,
    hospital: await tx.one<ExportedCase['hospital']>(HOSPITAL, [facts.hospitalId]),
    owner: { name: owner.name, department: owner.department },
    round: round.ordinal,
    questions: clinical.questions,
    record: await recordOf(tx, facts.id),
    opinions: round.opinions.filter((opinion) => opinion.state === 'SUBMITTED'),
    decisions: await tx.query<ExportedDecision>(DECISIONS, [facts.id]),
    structureNames,
    patient,
  };
  if (isIdentified) return { ...exported, identity };
  const { name, identityNo, phone, recordNo } = identity;
  const words = [name, name.replaceAll(/\s+/g, ''), identityNo, phone, recordNo];
  return { ...withoutWords(exported, words), identity: null };
}
