import { Injectable } from '@nestjs/common';
import { structures } from '@consilium/catalog';
import type { caseEndpoints, CaseView, ClinicalRecord, InputOf } from '@consilium/contracts';
import type { Actor } from '../access/index.js';
import { fingerprint, fingerprintOf } from '../audit/index.js';
import { refreshCards } from '../boards/index.js';
import { campusDay } from '../clock/index.js';
import { Database, type Transaction } from '../database/index.js';
import { refuseFields } from '../errors/index.js';
import { closeObligation, openObligation } from '../reminders/index.js';
import { beginChange } from './case-change.js';
import type { CaseFacts } from './case-facts.js';
import { moveCase } from './case-state.js';
import { viewCase } from './case-view.js';
import { refusedOfFindings } from './referral.rules.js';
import { assessRisk } from './risk.rules.js';
import { supplemented, type RecordPart } from './supplement.rules.js';
import { triageDueAt } from './triage-limit.rules.js';

/** What is added to a case's record after the referral. */
@Injectable()
export class CaseRecordService {
  constructor(private readonly database: Database) {}

  /** NEEDS_INFO → TRIAGE: what was missing joins the record, and the case waits for triage anew. */
  async provideInformation(
    actor: Actor,
    caseNo: string,
    added: InputOf<typeof caseEndpoints.provideInformation>['body'],
  ): Promise<CaseView> {
    return this.database.write(actor, async (tx) => {
      const facts = await beginChange(tx, caseNo, 'provide-information', added.version);
      const today = campusDay(tx.now, facts.timeZone);
      const before = await tx.one<RecordPart & Pick<ClinicalRecord, 'structures'>>(
        'SELECT summary, imaging, pathology, structures FROM cases WHERE id = $1',
        [facts.id],
      );
      const { record, refused } = supplemented(before, added, today);
      const wrong = [...refusedOfFindings(added, today), ...refused];
      if (wrong.length > 0) throw refuseFields(...wrong);
      const { risk, reasons } = assessRisk({ structures: before.structures, imaging: record.imaging }, structures);
      await tx.query(
        `UPDATE cases SET summary = $2, imaging = $3, pathology = $4, risk = $5, risk_reasons = $6, missing_information = NULL
         WHERE id = $1`,
        [
          facts.id,
          record.summary,
          JSON.stringify(record.imaging),
          JSON.stringify(record.pathology),
          risk,
          JSON.stringify(reasons),
        ],
      );
      await tx.audit({
        action: 'case.information-provided',
        objectKind: 'case',
        objectId: facts.id,
        caseId: facts.id,
        before: recordNamed(before),
        after: { ...recordNamed(record), risk },
      });
      await moveCase(tx, facts.id, 'TRIAGE');
      await closeObligation(tx, 'INFORMATION', facts.id, 'DONE');
      await openObligation(tx, {
        kind: 'TRIAGE',
        subjectId: facts.id,
        caseId: facts.id,
        hospitalId: facts.hospitalId,
        dueAt: triageDueAt(tx.now, facts.urgency, facts.timeZone),
        role: 'COORDINATOR',
      });
      return seen(tx, facts);
    });
  }
}

const recordNamed = ({ summary, imaging, pathology }: RecordPart) => ({
  summary: fingerprint(summary),
  imaging: { entries: imaging.length, ...fingerprintOf(imaging) },
  pathology: { entries: pathology.length, ...fingerprintOf(pathology) },
});

async function seen(tx: Transaction, { id, caseNo }: CaseFacts): Promise<CaseView> {
  await refreshCards(tx, id);
  return viewCase(tx, caseNo);
}
