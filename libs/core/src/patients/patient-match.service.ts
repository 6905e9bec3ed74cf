import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf, patientEndpoints } from '@consilium/contracts';
import { authorise, type Actor } from '../access/index.js';
import { IdentitySeal, openStates, PatientRegistry, readableCases } from '../cases/index.js';
import { Database, type Transaction } from '../database/index.js';

type Asked = InputOf<typeof patientEndpoints.match>['body'];
type Match = AnswerOf<typeof patientEndpoints.match>;

const PARAMETERS = 2;
/** A patient with more open cases than these has other troubles than their list. */
const MOST_CASES = 20;

interface OpenCase {
  caseNo: string;
  state: Match['openCases'][number]['state'];
  referredAt: Date;
}

/** Knowing a patient again before a second record or a second case of theirs is made. */
@Injectable()
export class PatientMatchService {
  constructor(
    private readonly database: Database,
    private readonly patients: PatientRegistry,
    private readonly seal: IdentitySeal,
  ) {}

  /**
   * Whether this patient is known: by the identity number, else by exact name and day of birth. Tells the open cases the asker may see, and of
   * others not even that there are any. Every question is on record, without what was asked.
   */
  async match(actor: Actor, asked: Asked): Promise<Match> {
    authorise(actor, 'case:refer', { hospitalId: actor.hospitalId });
    return this.database.write(actor, async (tx) => {
      const { patientIds, match, nameDiffers } = await this.known(tx, asked);
      const openCases = await openCasesOf(tx, patientIds);
      await tx.audit({
        action: 'patient.matched',
        objectKind: 'patient',
        ...(match === 'IDENTITY_NUMBER' && patientIds[0] !== undefined && { objectId: patientIds[0] }),
        detail: { match, patients: patientIds.length, openCases: openCases.length },
      });
      return {
        match,
        nameDiffers,
        openCases: openCases.map(({ referredAt, ...one }) => ({ ...one, referredAt: referredAt.toISOString() })),
      };
    });
  }

  private async known(
    tx: Transaction,
    { name, birthDate, identityNo }: Asked,
  ): Promise<{ patientIds: string[]; match: Match['match']; nameDiffers: boolean }> {
    const { hospitalId } = tx.actor;
    const byNumber = identityNo === null ? undefined : await this.patients.withNumber(tx, hospitalId, identityNo);
    if (byNumber !== undefined) {
      const nameDiffers = !byNumber.isNamed(name);
      // Of somebody of another name nothing is told but that the number is taken.
      return { patientIds: nameDiffers ? [] : [byNumber.keptId], match: 'IDENTITY_NUMBER', nameDiffers };
    }
    const named = await tx.query<{ id: string }>('SELECT patient_id AS id FROM patients_with_name($1, $2)', [
      hospitalId,
      this.seal.hashesOfBorn(name, birthDate),
    ]);
    return {
      patientIds: named.map(({ id }) => id),
      match: named.length > 0 ? 'NAME_AND_BIRTH_DATE' : null,
      nameDiffers: false,
    };
  }
}

async function openCasesOf(tx: Transaction, patientIds: readonly string[]): Promise<OpenCase[]> {
  if (patientIds.length === 0) return [];
  const scope = readableCases(tx.actor, PARAMETERS + 1);
  return tx.query<OpenCase>(
    `SELECT c.case_no AS "caseNo", c.state, c.referred_at AS "referredAt" FROM cases c
     WHERE c.patient_id = ANY ($1::uuid[]) AND c.state = ANY ($2::text[]) AND ${scope.condition}
     ORDER BY c.referred_at DESC, c.id LIMIT ${MOST_CASES}`,
    [patientIds, openStates, ...scope.parameters],
  );
}
