import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf, shareEndpoints } from '@consilium/contracts';
import { authorise, authoriseSight, type Actor, type ObjectFacts } from '../access/index.js';
import { campusDay } from '../clock/index.js';
import { Database, type Transaction } from '../database/index.js';
import { notFound } from '../errors/index.js';
import { campusZone } from '../organisations/index.js';
import { disclosureLines, shareLines } from './share-lines.js';

type ListQuery = InputOf<typeof shareEndpoints.list>['query'];
type DisclosureQuery = InputOf<typeof shareEndpoints.disclosures>['query'];

interface DisclosedRow extends Omit<AnswerOf<typeof shareEndpoints.disclosed>, 'at'> {
  at: Date;
  caseId: string;
  facts: ObjectFacts;
}

/** What is shared with other hospitals and who received it, for those who answer for it: no clinical content. */
@Injectable()
export class ShareReadingService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: ListQuery): Promise<AnswerOf<typeof shareEndpoints.list>> {
    authorise(actor, 'share:list', { hospitalId: actor.hospitalId });
    const { cursor, limit, which, ...filters } = query;
    const opening = { action: 'share.listed', objectKind: 'share-list', detail: { which, ...filters } } as const;
    return this.database.list(actor, opening, async (tx) => {
      const today = await todayOf(tx, actor);
      const lines = await shareLines(tx, which, filters, { before: cursor, limit: limit + 1, today });
      return pageOf(lines, limit);
    });
  }

  async disclosures(actor: Actor, query: DisclosureQuery): Promise<AnswerOf<typeof shareEndpoints.disclosures>> {
    authorise(actor, 'share:list', { hospitalId: actor.hospitalId });
    const { cursor, limit, ...filters } = query;
    const opening = { action: 'disclosure.listed', objectKind: 'share-list', detail: filters } as const;
    return this.database.list(actor, opening, async (tx) =>
      pageOf(await disclosureLines(tx, filters, { before: cursor, limit: limit + 1 }), limit),
    );
  }

  /** Sessions for which something was shared, for the filter. */
  async sessions(actor: Actor): Promise<AnswerOf<typeof shareEndpoints.sessions>> {
    authorise(actor, 'share:list', { hospitalId: actor.hospitalId });
    return this.database.read(actor, async (tx) => ({
      items: await tx.query(
        `SELECT session_id AS id, to_json(max(session_starts_at)) AS "startsAt" FROM share_lines WHERE host_hospital_id = $1
         GROUP BY session_id ORDER BY max(session_starts_at) DESC LIMIT 100`,
        [actor.hospitalId],
      ),
    }));
  }

  /** What was received at a disclosure, word for word: clinical content, so for those who may open the case, and on record. */
  async disclosed(actor: Actor, disclosureId: string): Promise<AnswerOf<typeof shareEndpoints.disclosed>> {
    return this.database.read(actor, async (tx) => {
      const row = await tx.maybeOne<DisclosedRow>(
        `SELECT d.at, p.name AS person, x.sha256, x.content, c.id AS "caseId",
           json_build_object('hospitalId', c.hospital_id, 'ownerId', c.owner_id, 'departmentIds',
             (SELECT json_agg(DISTINCT t.department_id) FROM participations t JOIN discussion_rounds r ON r.id = t.round_id WHERE r.case_id = c.id)) AS facts
         FROM disclosures d JOIN disclosed_contents x ON x.id = d.content_id JOIN people p ON p.id = d.person_id
           JOIN shares s ON s.id = d.share_id JOIN cases c ON c.id = s.case_id WHERE d.id = $1`,
        [disclosureId],
      );
      if (!row) throw notFound();
      authoriseSight(actor, 'case:read', row.facts);
      await tx.audit({
        action: 'disclosure.opened',
        objectKind: 'disclosure',
        objectId: disclosureId,
        caseId: row.caseId,
      });
      const { at, person, sha256, content } = row;
      return { at: at.toISOString(), person, sha256, content };
    });
  }
}

export const todayOf = async (tx: Transaction, actor: Actor): Promise<string> =>
  campusDay(tx.now, await campusZone(tx, actor.hospitalId));

function pageOf<Line extends { id: string }>(lines: Line[], limit: number) {
  const items = lines.slice(0, limit);
  return { items, nextCursor: lines.length > limit ? (items.at(-1)?.id ?? null) : null };
}
