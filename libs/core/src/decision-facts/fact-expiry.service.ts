import { Injectable } from '@nestjs/common';
import { systemActor } from '../access/index.js';
import { Database } from '../database/index.js';
import { factsExpired } from './fact-flags.js';

const expiry = systemActor('fact-expiry', '');
const BATCH = 100;

/** Facts whose validity has ended: PostgreSQL knows when, whatever wakes this finds them, and doing it twice changes nothing. */
@Injectable()
export class FactExpiryService {
  constructor(private readonly database: Database) {}

  /** Flags what has run out by now, a batch of cases at a time, each in a transaction of its own. Returns how many cases were gone through. */
  async flagExpired(limit = BATCH): Promise<number> {
    const due = await this.database.read(expiry, (tx) =>
      tx.query<{ caseId: string }>(
        `SELECT case_id AS "caseId" FROM decision_facts WHERE flag IS NULL AND expires_at <= $1 GROUP BY case_id ORDER BY min(expires_at) LIMIT $2`,
        [tx.now, limit],
      ),
    );
    for (const { caseId } of due)
      await this.database.write(expiry, (tx) =>
        tx.asCaseKeeper(caseId, async () => {
          await factsExpired(tx, caseId);
          // What stands under a decision that was carried out or decided anew is history: nobody is asked about it again.
          await tx.query(
            'UPDATE decision_facts SET expires_at = NULL WHERE case_id = $1 AND flag IS NULL AND expires_at <= $2',
            [caseId, tx.now],
          );
        }),
      );
    return due.length;
  }
}
