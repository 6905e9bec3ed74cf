import { Injectable } from '@nestjs/common';
import { structures } from '@consilium/catalog';
import type { ProposalRequest, ProposedDepartment, Referral } from '@consilium/contracts';
import { authorise, personOf, type Actor } from '../access/index.js';
import { fingerprint, fingerprintOf } from '../audit/index.js';
import { refreshCards } from '../boards/index.js';
import { addRevisions, partsOfReferral, readingFormOfParts } from '../clinical-record/index.js';
import { campusDay, yearsBetween } from '../clock/index.js';
import { Database, type Transaction } from '../database/index.js';
import { refuseFields } from '../errors/index.js';
import { campusZone } from '../organisations/index.js';
import { openObligation } from '../reminders/index.js';
import { ClinicalCase } from './clinical-case.entity.js';
import { DiscussionRound } from './discussion-round.entity.js';
import { basisOfRecord, departmentsInRosterOrder, layDownParticipants, proposedOf } from './participants.js';
import { PatientRegistry, registeredOnce } from './patient-registry.js';
import { caseNumber } from './referral.rules.js';
import { referralSetting, refusedInSetting } from './referral-setting.js';
import { assessRisk } from './risk.rules.js';
import { rulesInForce } from './rules-in-force.js';
import { triageDueAt } from './triage-limit.rules.js';

/** How a case comes to the centre. */
@Injectable()
export class ReferCaseService {
  constructor(
    private readonly database: Database,
    private readonly patients: PatientRegistry,
  ) {}

  /** Departments the rules propose for what is filled in so far. */
  async propose(actor: Actor, request: ProposalRequest): Promise<{ items: ProposedDepartment[] }> {
    authorise(actor, 'case:refer', { hospitalId: actor.hospitalId });
    return this.database.read(actor, async (tx) => {
      const { birthDate, ...basis } = request;
      const today = campusDay(tx.now, await campusZone(tx, actor.hospitalId));
      if (birthDate !== null && birthDate > today) throw refuseFields({ field: 'birthDate', code: 'in-the-future' });
      const ageYears = birthDate === null ? null : yearsBetween(birthDate, today);
      const { rules } = await rulesInForce(tx, actor.hospitalId);
      const departments = await departmentsInRosterOrder(tx, actor.hospitalId);
      return { items: proposedOf({ ...basis, ageYears }, departments, rules) };
    });
  }

  /** Refers a case in the name of the actor, who becomes its owner; it waits for triage. */
  async refer(actor: Actor, referral: Referral): Promise<{ caseNo: string }> {
    authorise(actor, 'case:refer', { hospitalId: actor.hospitalId });
    return registeredOnce(() => this.database.write(actor, (tx) => this.register(tx, referral)));
  }

  /** Registers a referral within a transaction of somebody who may refer. Throws `request/invalid` naming each field that is wrong. */
  async register(tx: Transaction, referral: Referral): Promise<{ caseNo: string }> {
    const { hospitalId } = tx.actor;
    const { today, timeZone, departments, rules } = await referralSetting(tx, hospitalId);
    const ageYears = yearsBetween(referral.patient.birthDate, today);
    const refused = refusedInSetting(referral, { today, departments });
    if (refused.length > 0) throw refuseFields(...refused);

    const patient = await this.patients.findOrRegister(tx, hospitalId, referral.patient);
    const year = Number(today.slice(0, 4));
    const { id, caseNo } = await this.openCase(tx, referral, { patientId: patient.id, ageYears, year, today });
    if (!patient.isNew && !patient.byJoinedRecord) await this.patients.renew(tx, patient.id, referral.patient);
    const roundId = tx.newId();
    await tx.insert(DiscussionRound, {
      id: roundId,
      caseId: id,
      ordinal: 1,
      questions: referral.clinical.questions,
      openedAt: tx.now,
    });
    const proposed = proposedOf(basisOfRecord(referral.clinical, ageYears), departments, rules);
    await layDownParticipants(tx, roundId, referral.departments, proposed);
    const { urgency, clinical } = referral;
    await tx.audit({
      action: 'case.referred',
      objectKind: 'case',
      objectId: id,
      caseId: id,
      detail: { caseNo },
      after: {
        state: 'REFERRED',
        urgency,
        departments: referral.departments.map(({ departmentId, requirement }) => ({ departmentId, requirement })),
        diagnosis: fingerprint(clinical.diagnosis),
        record: fingerprintOf(clinical),
      },
    });
    await openObligation(tx, {
      kind: 'TRIAGE',
      subjectId: id,
      caseId: id,
      hospitalId,
      dueAt: triageDueAt(tx.now, referral.urgency, timeZone),
      role: 'COORDINATOR',
    });
    await refreshCards(tx, id);
    return { caseNo };
  }

  private async openCase(
    tx: Transaction,
    { clinical, urgency }: Referral,
    made: { patientId: string; ageYears: number; year: number; today: string },
  ): Promise<{ id: string; caseNo: string }> {
    const center = await tx.one<{ id: string; letter: string; serial: number }>(
      `SELECT id, case_letter AS letter, nextval('case_serials')::int AS serial FROM centers WHERE hospital_id = $1 ORDER BY id LIMIT 1`,
      [tx.actor.hospitalId],
    );
    const id = tx.newId();
    const caseNo = caseNumber(center.letter, made.year, center.serial);
    const parts = partsOfReferral(clinical, made.today, () => tx.newId());
    const { risk, reasons } = assessRisk(clinical, structures);
    await tx.insert(ClinicalCase, {
      ...readingFormOfParts(parts),
      id,
      tumourType: clinical.tumourType,
      caseNo,
      hospitalId: tx.actor.hospitalId,
      centerId: center.id,
      patientId: made.patientId,
      ownerId: personOf(tx.actor),
      ownerDepartmentId: tx.actor.memberships.find(({ departmentId }) => departmentId !== null)?.departmentId ?? null,
      state: 'REFERRED',
      urgency,
      ageYears: made.ageYears,
      risk,
      riskReasons: reasons,
      referredAt: tx.now,
      stateSince: tx.now,
      createdAt: tx.now,
      updatedAt: tx.now,
      updatedBy: personOf(tx.actor),
    });
    const first = parts.map((part) => ({ ...part, revision: 1 }));
    await addRevisions(tx, id, first, { source: 'REFERRAL' });
    return { id, caseNo };
  }
}
