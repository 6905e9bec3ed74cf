import type { ConsentState } from '@consilium/contracts';
import type { Transaction } from '../database/index.js';
import { consentState } from './consent.rules.js';

/** A consent as decisions need it. */
export interface ConsentFacts {
  id: string;
  /** Last day, YYYY-MM-DD. */
  endsOn: string | null;
  state: ConsentState;
}

/** The latest consent to a remote consult of a case's patient. `today` is the day at the campus, YYYY-MM-DD. */
export async function latestConsent(tx: Transaction, caseId: string, today: string): Promise<ConsentFacts | undefined> {
  const row = await tx.maybeOne<{ id: string; endsOn: string | null; isWithdrawn: boolean }>(
    `SELECT id, ends_on::text AS "endsOn", withdrawn_at IS NOT NULL AS "isWithdrawn" FROM consents
     WHERE case_id = $1 AND kind = 'TELEMEDICINE' AND replaced_at IS NULL ORDER BY withdrawn_at IS NULL DESC, recorded_at DESC LIMIT 1`,
    [caseId],
  );
  return row && { id: row.id, endsOn: row.endsOn, state: consentState(row, today) };
}
