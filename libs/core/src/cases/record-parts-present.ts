import type { Bilingual } from '@consilium/contracts';
import type { Transaction } from '../database/index.js';

/** Which parts a case needs before its follow-up begins are written. */
export interface RecordParts {
  /** The outcome names a resection margin, or says in its summary that nothing was resected. */
  margin: boolean;
  dischargeDay: boolean;
  followUpPlan: boolean;
}

/** What of outcome and follow-up the record of a case holds, by the latest writing of each part. */
export async function recordPartsPresent(tx: Transaction, caseId: string): Promise<RecordParts> {
  return tx.one<RecordParts>(
    `WITH latest AS (
       SELECT DISTINCT ON (section) section, content FROM record_revisions
       WHERE case_id = $1 AND section IN ('outcome', 'follow-up') ORDER BY section, revision DESC
     )
     SELECT coalesce(bool_or(section = 'outcome' AND (content ->> 'marginClass' IS NOT NULL OR coalesce(content ->> 'margin', '') <> ''
         OR coalesce(content ->> 'summary', '') <> '')), false) AS margin,
       coalesce(bool_or(section = 'outcome' AND content ->> 'dischargedOn' IS NOT NULL), false) AS "dischargeDay",
       coalesce(bool_or(section = 'follow-up' AND jsonb_array_length(content -> 'entries') > 0), false) AS "followUpPlan"
     FROM latest`,
    [caseId],
  );
}

const NAMES: Readonly<Record<keyof RecordParts, Bilingual>> = {
  margin: { zh: '切缘或治疗结局', en: 'margin or outcome of treatment' },
  dischargeDay: { zh: '出院日期', en: 'day of discharge' },
  followUpPlan: { zh: '随访计划', en: 'follow-up plan' },
};

/** What has to be written before follow-up begins, by name. Default: outcome with margin or none, day of discharge, a follow-up plan. */
export async function missingForFollowUp(tx: Transaction, caseId: string): Promise<Bilingual[]> {
  const present = await recordPartsPresent(tx, caseId);
  return (Object.keys(NAMES) as (keyof RecordParts)[]).filter((part) => !present[part]).map((part) => NAMES[part]);
}
