import type { CaseState, RecordConflict, Sex } from '@consilium/contracts';
import type { Transaction } from '../database/index.js';
import { refuseFields } from '../errors/index.js';
import { IdentitySeal, type SealedIdentity } from '../cases/index.js';
import { conflictsBetween } from './record-conflicts.rules.js';

/** One of two records, with its identity opened in memory. */
export interface OpenedRecord {
  pickedBy: string;
  patientId: string;
  maskedName: string;
  sex: Sex;
  province: string;
  registeredAt: Date;
  identity: SealedIdentity;
  cases: { id: string; caseNo: string; state: CaseState; referredAt: Date }[];
}

type Row = Omit<OpenedRecord, 'identity' | 'cases' | 'pickedBy'> & { sealed: Buffer; keyId: string };

async function recordOf(tx: Transaction, seal: IdentitySeal, caseNo: string): Promise<OpenedRecord | undefined> {
  const row = await tx.maybeOne<Row>(
    `SELECT t.id AS "patientId", t.masked_name AS "maskedName", t.sex, t.province, t.created_at AS "registeredAt", i.sealed, i.key_id AS "keyId"
     FROM cases c JOIN patients t ON t.id = c.patient_id JOIN patient_identities i ON i.patient_id = t.id
     WHERE c.case_no = $1 AND c.hospital_id = $2`,
    [caseNo, tx.actor.hospitalId],
  );
  if (!row) return undefined;
  const { sealed, keyId, ...known } = row;
  const cases = await tx.query<OpenedRecord['cases'][number]>(
    `SELECT id, case_no AS "caseNo", state, referred_at AS "referredAt" FROM cases WHERE patient_id = $1 ORDER BY referred_at, id`,
    [row.patientId],
  );
  return { ...known, pickedBy: caseNo, identity: seal.open(row.patientId, sealed, keyId), cases };
}

/** Both records, and in what they contradict each other. Refuses the field of a case that is not there. */
export async function recordsOf(
  tx: Transaction,
  seal: IdentitySeal,
  pair: { keep: string; join: string },
): Promise<{ kept: OpenedRecord; joined: OpenedRecord; conflicts: RecordConflict[] }> {
  const kept = await recordOf(tx, seal, pair.keep);
  const joined = await recordOf(tx, seal, pair.join);
  if (!kept) throw refuseFields({ field: 'keep', code: 'unknown' });
  if (!joined) throw refuseFields({ field: 'join', code: 'unknown' });
  const said = ({ identity, sex }: OpenedRecord) => ({ name: identity.name, birthDate: identity.birthDate, sex });
  return { kept, joined, conflicts: conflictsBetween(said(kept), said(joined)) };
}
