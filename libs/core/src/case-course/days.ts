import type { CaseFacts } from '../cases/index.js';
import { campusDay } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { refuseFields } from '../errors/index.js';

/** Refuses a day that has not come yet at the campus of the case. */
export function refuseFuture(tx: Transaction, facts: CaseFacts, field: string, day: string): void {
  if (day > campusDay(tx.now, facts.timeZone)) throw refuseFields({ field, code: 'in-the-future' });
}

/** Refuses a day before the one given. */
export function refuseBefore(field: string, day: string, earliest: string): void {
  if (day < earliest) throw refuseFields({ field, code: 'before-start' });
}
