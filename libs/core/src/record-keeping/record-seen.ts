import { fullRecord, recordSections, type FullRecord } from '@consilium/contracts';
import { may } from '../access/index.js';
import { factsForPolicy, type CaseFacts } from '../cases/index.js';
import { contentOf, latestParts, writableParts, type PartRow } from '../clinical-record/index.js';
import type { Transaction } from '../database/index.js';

/** The record of a case as this actor sees it, with the parts they may write now. */
export async function recordSeen(tx: Transaction, facts: CaseFacts): Promise<FullRecord> {
  const parts = new Map((await latestParts(tx, facts.id)).map((row) => [row.section, row]));
  const mayWrite = may(tx.actor, 'record:write', factsForPolicy(facts));
  return fullRecord.parse({
    sections: Object.fromEntries(
      recordSections.schema.options.map((section) => [section, seenPart(parts.get(section))]),
    ),
    writable: mayWrite ? writableParts(facts.state) : [],
  });
}

function seenPart(row: PartRow | undefined) {
  if (row === undefined) return null;
  const { section, content, recordedAt, ...written } = row;
  return { ...written, recordedAt: recordedAt.toISOString(), content: contentOf(section, content) };
}
