import { Injectable } from '@nestjs/common';
import { structures } from '@consilium/catalog';
import type { caseEndpoints, CaseView, ClinicalRecord, InputOf } from '@consilium/contracts';
import type { Actor } from '../access/index.js';
import { fingerprint, fingerprintOf } from '../audit/index.js';
import { refreshCards } from '../boards/index.js';
import {
  addRevisions,
  imagingEntries,
  keepReadingForm,
  latestDay,
  pathologyEntries,
  readingFormOfParts,
  recordOf,
  type KeptRecord,
  type PartToWrite,
} from '../clinical-record/index.js';
import { campusDay } from '../clock/index.js';
import { Database, type Transaction } from '../database/index.js';
import { refuseFields } from '../errors/index.js';
import { closeObligation, openObligation } from '../reminders/index.js';
import { beginChange } from './case-change.js';
import type { CaseFacts } from './case-facts.js';
import { moveCase, settleReadiness } from './case-state.js';
import { viewCase } from './case-view.js';
import { refusedOfFindings } from './referral.rules.js';
import { assessRisk } from './risk.rules.js';
import { markOpinionsStale } from './stale-opinions.js';
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
      const kept = await recordOf(tx, facts.id);
      const parts = partsAdded(tx, kept, { ...added, summary: record.summary }, today);
      await addRevisions(tx, facts.id, parts, { source: 'REFERRAL' });
      await keepReadingForm(tx, facts.id, readingFormOfParts(parts));
      const imaging = [...(kept.imaging?.content.entries ?? []), ...added.imaging];
      const { risk, reasons } = assessRisk({ structures: before.structures, imaging }, structures);
      await tx.query('UPDATE cases SET risk = $2, risk_reasons = $3, missing_information = NULL WHERE id = $1', [
        facts.id,
        risk,
        JSON.stringify(reasons),
      ]);
      await tx.audit({
        action: 'case.information-provided',
        objectKind: 'case',
        objectId: facts.id,
        caseId: facts.id,
        before: recordNamed(before),
        after: { ...recordNamed(record), risk },
      });
      for (const section of ['imaging', 'pathology'] as const)
        if (added[section].length > 0) await markOpinionsStale(tx, facts.id, section);
      await moveCase(tx, facts.id, 'TRIAGE');
      await settleReadiness(tx, facts.id);
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

/** The next writing of each part that something was added to: findings join the entries that are there. */
function partsAdded(
  tx: Transaction,
  kept: KeptRecord,
  { summary, imaging, pathology }: RecordPart,
  today: string,
): (PartToWrite & { revision: number })[] {
  const newId = () => tx.newId();
  const next = (part: { revision: number } | null) => (part?.revision ?? 0) + 1;
  const parts: (PartToWrite & { revision: number })[] = [
    { section: 'summary', content: { text: summary }, observedOn: today, revision: next(kept.summary) },
  ];
  if (imaging.length > 0)
    parts.push({
      section: 'imaging',
      content: { entries: [...(kept.imaging?.content.entries ?? []), ...imagingEntries(imaging, newId)] },
      observedOn: latestDay(
        imaging.map(({ examinedOn }) => examinedOn),
        today,
      ),
      revision: next(kept.imaging),
    });
  if (pathology.length > 0)
    parts.push({
      section: 'pathology',
      content: { entries: [...(kept.pathology?.content.entries ?? []), ...pathologyEntries(pathology, newId)] },
      observedOn: latestDay(
        pathology.map(({ reportedOn }) => reportedOn),
        today,
      ),
      revision: next(kept.pathology),
    });
  return parts;
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
