import type { CaseListItem } from '@consilium/contracts';

/** Columns of a row of the list, of `cases c`, `patients t`, `people o`; `n.due_at` is when the next thing owed is due. */
export const CASE_ROW = `c.id, c.case_no AS "caseNo", c.state, c.urgency, t.masked_name AS "maskedName", t.sex, c.age_years AS "ageYears", c.diagnosis, c.risk,
      c.recurrence_number AS "recurrenceNumber", o.name AS "ownerName", c.referred_at AS "referredAt", n.due_at AS "nextDueAt"`;

/** Opinions of the present round and the session it is on, for each row of `x`. */
export const ROUND_OF_ROW = `CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE p.state = 'GIVEN')::int AS given, count(*) FILTER (WHERE p.state <> 'WAIVED')::int AS owed,
      (SELECT s.starts_at FROM agenda_items i JOIN consult_sessions s ON s.id = i.session_id
        WHERE i.round_id = d.id AND i.state <> 'DEFERRED' AND s.state <> 'CANCELLED' LIMIT 1) AS starts_at
    FROM (SELECT id FROM discussion_rounds WHERE case_id = x.id ORDER BY ordinal DESC LIMIT 1) d
      LEFT JOIN participations p ON p.round_id = d.id
    GROUP BY d.id
  ) r`;

export interface CaseListRow extends Omit<CaseListItem, 'referredAt' | 'nextDueAt' | 'sessionStartsAt'> {
  id: string;
  /** What the list is sorted by, as the database writes it. */
  place: string;
  referredAt: Date;
  nextDueAt: Date | null;
  sessionStartsAt: Date | null;
}

/** A row as it goes over the wire; what is not of the contract is left out by its whitelist. */
export const caseListItemOf = ({ referredAt, nextDueAt, sessionStartsAt, ...row }: CaseListRow): CaseListItem => ({
  ...row,
  referredAt: referredAt.toISOString(),
  nextDueAt: nextDueAt?.toISOString() ?? null,
  sessionStartsAt: sessionStartsAt?.toISOString() ?? null,
});
