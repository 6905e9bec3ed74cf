import { Injectable } from '@nestjs/common';
import type {
  AnswerOf,
  Checklist,
  checklistEndpoints,
  ChecklistItem,
  ChecklistVersion,
  InputOf,
  TumourType,
} from '@consilium/contracts';
import { authorise, may, personOf, type Actor } from '../access/index.js';
import { fingerprint, fingerprintOf } from '../audit/index.js';
import { Database, type Transaction } from '../database/index.js';
import { notFound, refuseFields } from '../errors/index.js';
import { ChecklistVersion as VersionRow } from './checklist-version.entity.js';
import { refusedOfChecklist } from './checklist.rules.js';
import { ensureChecklists } from './checklists-in-force.js';

const VERSIONS = `
  SELECT v.number, v.items, v.note, to_json(v.made_at) AS "madeAt", p.name AS "madeBy"
  FROM checklist_versions v LEFT JOIN people p ON p.id = v.made_by WHERE v.checklist_id = $1 ORDER BY v.number DESC`;

// Waiting are the cases that have no items yet; those that have keep them.
const CHECKLISTS = `
  SELECT l.tumour_type AS "tumourType", l.version, v.number, v.items, v.note, to_json(v.made_at) AS "madeAt", p.name AS "madeBy",
    json_build_object(
      'waiting', (SELECT count(*) FROM cases c WHERE c.center_id = l.center_id AND c.tumour_type = l.tumour_type AND c.state IN ('REFERRED', 'ON_HOLD')),
      'keeping', (SELECT count(*) FROM cases c WHERE c.center_id = l.center_id AND c.tumour_type = l.tumour_type
        AND c.state IN ('TRIAGE', 'NEEDS_INFO', 'PREPARING', 'READY', 'SCHEDULED', 'DEFERRED'))) AS impact
  FROM checklists l
    JOIN LATERAL (SELECT * FROM checklist_versions WHERE checklist_id = l.id ORDER BY number DESC LIMIT 1) v ON true
    LEFT JOIN people p ON p.id = v.made_by
  WHERE l.center_id = $1 AND ($2::text IS NULL OR l.tumour_type = $2) ORDER BY l.tumour_type`;

/** The checklists of a centre: who keeps them makes versions, dated and restorable; cases taken in from then on follow the latest. */
@Injectable()
export class ChecklistsService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<{ items: Checklist[] }> {
    authorise(actor, 'checklist:read', { hospitalId: actor.hospitalId });
    return this.database.list(actor, { action: 'checklist.listed', objectKind: 'checklist' }, async (tx) => {
      const centerId = await centerOf(tx);
      await ensureChecklists(tx, centerId);
      return { items: await this.rows(tx, centerId) };
    });
  }

  async versions(actor: Actor, tumourType: TumourType): Promise<AnswerOf<typeof checklistEndpoints.versions>> {
    authorise(actor, 'checklist:read', { hospitalId: actor.hospitalId });
    const entry = { action: 'checklist.listed' as const, objectKind: 'checklist', detail: { tumourType } };
    return this.database.list(actor, entry, async (tx) => {
      const { id } = await this.known(tx, tumourType);
      return { items: await tx.query<ChecklistVersion>(VERSIONS, [id]) };
    });
  }

  /** Makes the next version; throws `object/stale` where somebody made one since. */
  async change(
    actor: Actor,
    tumourType: TumourType,
    { version, items, note }: InputOf<typeof checklistEndpoints.change>['body'],
  ): Promise<Checklist> {
    authorise(actor, 'checklist:manage', { hospitalId: actor.hospitalId });
    return this.database.write(actor, async (tx) => {
      const { id, centerId } = await this.known(tx, tumourType);
      await tx.raiseVersion('checklists', id, version);
      const departments = await tx.query<{ code: string }>(
        'SELECT code FROM departments WHERE hospital_id = $1 AND retired_at IS NULL',
        [actor.hospitalId],
      );
      const refused = refusedOfChecklist(items, new Set(departments.map(({ code }) => code)));
      if (refused.length > 0) throw refuseFields(...refused);
      const number = await this.add(tx, id, items, note);
      await tx.audit({
        action: 'checklist.changed',
        objectKind: 'checklist',
        objectId: id,
        detail: { tumourType },
        before: { number: number - 1 },
        after: { number, entries: items.length, items: fingerprintOf(items), note: fingerprint(note) },
      });
      return this.one(tx, centerId, tumourType);
    });
  }

  /** Makes an earlier version the next one. */
  async restore(
    actor: Actor,
    tumourType: TumourType,
    { version, number: earlier, note }: InputOf<typeof checklistEndpoints.restore>['body'],
  ): Promise<Checklist> {
    authorise(actor, 'checklist:manage', { hospitalId: actor.hospitalId });
    return this.database.write(actor, async (tx) => {
      const { id, centerId } = await this.known(tx, tumourType);
      await tx.raiseVersion('checklists', id, version);
      const found = await tx.maybeOne<{ items: ChecklistItem[] }>(
        'SELECT items FROM checklist_versions WHERE checklist_id = $1 AND number = $2',
        [id, earlier],
      );
      if (!found) throw refuseFields({ field: 'number', code: 'unknown' });
      const number = await this.add(tx, id, found.items, note);
      await tx.audit({
        action: 'checklist.restored',
        objectKind: 'checklist',
        objectId: id,
        detail: { tumourType },
        before: { number: number - 1 },
        after: { number, restored: earlier, note: fingerprint(note) },
      });
      return this.one(tx, centerId, tumourType);
    });
  }

  private async known(tx: Transaction, tumourType: TumourType): Promise<{ id: string; centerId: string }> {
    const centerId = await centerOf(tx);
    await ensureChecklists(tx, centerId);
    const { id } = await tx.one<{ id: string }>('SELECT id FROM checklists WHERE center_id = $1 AND tumour_type = $2', [
      centerId,
      tumourType,
    ]);
    return { id, centerId };
  }

  private async add(tx: Transaction, checklistId: string, items: readonly ChecklistItem[], note: string) {
    const { number } = await tx.one<{ number: number }>(
      'SELECT max(number) + 1 AS number FROM checklist_versions WHERE checklist_id = $1',
      [checklistId],
    );
    await tx.insert(VersionRow, {
      id: tx.newId(),
      checklistId,
      number,
      items: [...items],
      note,
      madeAt: tx.now,
      madeBy: personOf(tx.actor),
    });
    return number;
  }

  private async one(tx: Transaction, centerId: string, tumourType: TumourType): Promise<Checklist> {
    const [row] = await this.rows(tx, centerId, tumourType);
    if (!row) throw notFound();
    return row;
  }

  private async rows(tx: Transaction, centerId: string, tumourType?: TumourType): Promise<Checklist[]> {
    const mayChange = may(tx.actor, 'checklist:manage', { hospitalId: tx.actor.hospitalId });
    const rows = await tx.query<Omit<Checklist, 'mayChange'>>(CHECKLISTS, [centerId, tumourType ?? null]);
    return rows.map((row) => ({ ...row, mayChange }));
  }
}

/** The centre of the actor's hospital; throws `object/not-found` where it has none. */
async function centerOf(tx: Transaction): Promise<string> {
  const center = await tx.maybeOne<{ id: string }>(
    'SELECT id FROM centers WHERE hospital_id = $1 ORDER BY id LIMIT 1',
    [tx.actor.hospitalId],
  );
  if (!center) throw notFound();
  return center.id;
}
