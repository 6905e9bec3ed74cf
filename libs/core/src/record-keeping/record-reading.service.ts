import { Injectable } from '@nestjs/common';
import type { AnswerOf, FactSource, FullRecord, recordEndpoints, RecordSection } from '@consilium/contracts';
import { authoriseSight, type Actor } from '../access/index.js';
import { caseFacts, emergencyBehind, factsForPolicy, type CaseFacts } from '../cases/index.js';
import { contentOf, PART_COLUMNS, type PartRow } from '../clinical-record/index.js';
import { Database, type Transaction } from '../database/index.js';
import { recordSeen } from './record-seen.js';

const WRITINGS = `
  SELECT ${PART_COLUMNS} FROM record_revisions r JOIN people p ON p.id = r.author_id
  WHERE r.case_id = $1 AND r.section = $2 ORDER BY r.revision DESC`;

/** Looking at clinical records. Every opening is on record. */
@Injectable()
export class RecordReadingService {
  constructor(private readonly database: Database) {}

  /** The record of a case as it stands. */
  async read(actor: Actor, caseNo: string): Promise<FullRecord> {
    return this.database.read(actor, async (tx) => {
      const facts = await opened(tx, caseNo, 'record.opened', {});
      return recordSeen(tx, facts);
    });
  }

  /** Every writing of one part, latest first. */
  async history(
    actor: Actor,
    caseNo: string,
    section: RecordSection,
  ): Promise<AnswerOf<typeof recordEndpoints.history>> {
    return this.database.read(actor, async (tx) => {
      const facts = await opened(tx, caseNo, 'record.history-opened', { section });
      const rows = await tx.query<PartRow>(WRITINGS, [facts.id, section]);
      return {
        items: rows.map(({ section: _section, content, source, recordedAt, ...written }) => ({
          ...written,
          source: source as FactSource,
          recordedAt: recordedAt.toISOString(),
          content: contentOf(section, content),
        })),
      };
    });
  }
}

async function opened(
  tx: Transaction,
  caseNo: string,
  action: 'record.opened' | 'record.history-opened',
  detail: Record<string, unknown>,
): Promise<CaseFacts> {
  const facts = await caseFacts(tx, caseNo);
  authoriseSight(tx.actor, 'case:read', factsForPolicy(facts));
  const emergencyAccessId = await emergencyBehind(tx, 'case:read', facts);
  await tx.audit({
    action,
    objectKind: 'case',
    objectId: facts.id,
    caseId: facts.id,
    detail: { ...detail, ...(emergencyAccessId !== undefined && { emergencyAccessId }) },
  });
  return facts;
}
