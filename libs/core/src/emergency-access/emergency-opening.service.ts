import { Injectable } from '@nestjs/common';
import { OPEN_EMERGENCIES, type AnswerOf, type emergencyEndpoints, type InputOf } from '@consilium/contracts';
import { authorise, may, personOf, type Actor } from '../access/index.js';
import { caseFacts, factsForPolicy, IdentitySeal, namesPatient, type CaseFacts } from '../cases/index.js';
import { Database, type Transaction } from '../database/index.js';
import { ConstraintViolation, notFound, Problem, refuseFields } from '../errors/index.js';
import { IdentityService } from '../identity/index.js';
import { openObligation } from '../reminders/index.js';
import { EmergencyAccess } from './emergency-access.entity.js';
import { emergencyEndsAt, reviewDueAt } from './emergency-access.rules.js';

type Asked = InputOf<typeof emergencyEndpoints.open>['body'];
type Opened = AnswerOf<typeof emergencyEndpoints.open>;

/** Opening a case one may not read, in an emergency (紧急授权调阅). */
@Injectable()
export class EmergencyOpeningService {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityService,
    private readonly seal: IdentitySeal,
  ) {}

  /**
   * Lets the person read one case for an hour, and its patient's name. The password is asked for before anything is said of the case; a number
   * there is no case under answers `object/not-found`, on record like every denial. The owner and their department's lead are told at once.
   */
  async open(actor: Actor, caseNo: string, { password, ...asked }: Asked): Promise<Opened> {
    authorise(actor, 'emergency-access:open', { hospitalId: actor.hospitalId });
    await this.identity.confirmPassword(actor, password, { objectKind: 'case', objectId: caseNo });
    try {
      return await this.database.write(actor, (tx) => this.grant(tx, caseNo, asked));
    } catch (error) {
      // Pressed twice: the first has opened the case.
      if (error instanceof ConstraintViolation && error.constraint === 'ex_emergency_accesses_one_at_a_time')
        throw new Problem('emergency-access/not-needed');
      throw error;
    }
  }

  private async grant(tx: Transaction, caseNo: string, asked: Omit<Asked, 'password'>): Promise<Opened> {
    const personId = personOf(tx.actor);
    const found = await tx.maybeOne<{ caseId: string; hospitalId: string }>(
      'SELECT case_id AS "caseId", hospital_id AS "hospitalId" FROM emergency_case($1)',
      [caseNo],
    );
    if (!found) throw notFound();
    await refuseMoreThanAllowed(tx, personId);
    const id = tx.newId();
    const endsAt = emergencyEndsAt(tx.now);
    await tx.insert(EmergencyAccess, { id, ...found, personId, ...asked, openedAt: tx.now, endsAt });
    // From here on the database lets this person look at the case.
    const facts = await caseFacts(tx, { id: found.caseId });
    if (may(tx.actor, 'case:read', { ...factsForPolicy(facts), emergencyPersonIds: [] }))
      throw new Problem('emergency-access/not-needed');
    await this.refuseNamingThePatient(tx, facts, asked.reason);
    await tx.audit({
      action: 'emergency-access.opened',
      objectKind: 'emergency-access',
      objectId: id,
      caseId: facts.id,
      detail: { reasonKind: asked.reasonKind, reason: asked.reason },
      after: { endsAt: endsAt.toISOString() },
    });
    await tx.asCaseKeeper(facts.id, () =>
      openObligation(tx, {
        kind: 'EMERGENCY_ACCESS',
        subjectId: id,
        hospitalId: facts.hospitalId,
        caseId: facts.id,
        role: 'AUDITOR',
        dueAt: reviewDueAt(tx.now, facts.timeZone),
      }),
    );
    await tx.announce('case', facts.caseNo);
    return { id, caseNo: facts.caseNo, endsAt: endsAt.toISOString() };
  }

  /** Reasons are read by people who may not know who the patient is. */
  private async refuseNamingThePatient(tx: Transaction, facts: CaseFacts, reason: string): Promise<void> {
    const { sealed, keyId } = await tx.one<{ sealed: Buffer; keyId: string }>(
      'SELECT sealed, key_id AS "keyId" FROM patient_identities WHERE patient_id = $1',
      [facts.patientId],
    );
    if (namesPatient(reason, this.seal.open(facts.patientId, sealed, keyId)))
      throw refuseFields({ field: 'reason', code: 'invalid' });
  }
}

/** Held by the person's own row, so that two at the same moment are counted one after the other. */
async function refuseMoreThanAllowed(tx: Transaction, personId: string): Promise<void> {
  await tx.query('SELECT 1 AS one FROM people WHERE id = $1 FOR NO KEY UPDATE', [personId]);
  const { open } = await tx.one<{ open: number }>(
    'SELECT count(*)::int AS open FROM emergency_accesses WHERE person_id = $1 AND ended_at IS NULL AND ends_at > $2',
    [personId, tx.now],
  );
  if (open >= OPEN_EMERGENCIES) throw new Problem('emergency-access/too-many', { max: OPEN_EMERGENCIES });
}
