import type { Bilingual, RecordSection } from '@consilium/contracts';
import { factsOf, recordOf, type FactKey } from '../clinical-record/index.js';
import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import type { PresentFact } from './standing-facts.rules.js';

/** A fact of a case as it is now: what it is called, what it says and since when. */
export interface NamedFact extends PresentFact {
  label: Bilingual;
  /** Revision of the part of the record it was read in. */
  revision?: number;
}
export type PresentFacts = ReadonlyMap<string, NamedFact>;

export const CONSENT_KEY = 'consent:TELEMEDICINE';
const CONSENT_LABEL: Bilingual = { zh: '远程会诊知情同意', en: 'Consent to a remote consult' };

/** Part of the record in which a fact is read. */
function sectionOf(key: FactKey): RecordSection {
  if (key === 'ecog' || key === 'asa' || key === 'nrs2002' || key === 'comorbidities') return 'status';
  if (key === 'wishes' || key === 'structures' || key === 'pathology' || key === 'presentation') return key;
  if (key.startsWith('stage:')) return 'staging';
  return key.startsWith('imaging:') ? 'imaging' : 'laboratory';
}

/** The facts of a case's record as it is now. */
export async function recordFacts(tx: Transaction, caseId: string): Promise<PresentFacts> {
  const record = await recordOf(tx, caseId);
  return new Map(
    [...factsOf(record)].map(([key, fact]) => {
      const revision = record[sectionOf(key)]?.revision;
      return [key as string, { ...fact, ...(revision !== undefined && { revision }) }];
    }),
  );
}

/** Everything a decision on the case may stand on now. */
export async function presentFacts(tx: Transaction, caseId: string): Promise<PresentFacts> {
  return new Map([...(await recordFacts(tx, caseId)), ...(await consentFact(tx, caseId))]);
}

/** The patient's consent as a fact; none where it was never given, has ended or was withdrawn. */
export async function consentFact(tx: Transaction, caseId: string): Promise<PresentFacts> {
  const consent = await tx.maybeOne<{ signedOn: string; endsOn: string | null; timeZone: string }>(
    `SELECT n.signed_on::text AS "signedOn", n.ends_on::text AS "endsOn", hospital_zone(c.hospital_id) AS "timeZone"
     FROM consents n JOIN cases c ON c.id = n.case_id
     WHERE n.case_id = $1 AND n.kind = 'TELEMEDICINE' AND n.replaced_at IS NULL AND n.withdrawn_at IS NULL
     ORDER BY n.recorded_at DESC LIMIT 1`,
    [caseId],
  );
  if (consent === undefined) return new Map();
  const { signedOn, endsOn, timeZone } = consent;
  if (endsOn !== null && endsOn < campusDay(tx.now, timeZone)) return new Map();
  return new Map([
    [CONSENT_KEY, { value: 'IN_FORCE', label: CONSENT_LABEL, observedOn: signedOn, validUntil: endsOn }],
  ]);
}
