import { Injectable } from '@nestjs/common';
import {
  caseFilters,
  SAVED_FILTERS_PER_PERSON,
  type findEndpoints,
  type InputOf,
  type SavedFilter,
} from '@consilium/contracts';
import { authorise, personOf, type Actor } from '../access/index.js';
import { fingerprint } from '../audit/index.js';
import { Database, staleProblem, type Transaction } from '../database/index.js';
import { ConstraintViolation, notFound, Problem, refuseFields } from '../errors/index.js';
import { SavedFilterRow } from './saved-filter.entity.js';

type Body = InputOf<typeof findEndpoints.saveFilter>['body'];
type Change = InputOf<typeof findEndpoints.changeFilter>['body'];

/** Filters of the list of cases that a person keeps for themself. */
@Injectable()
export class SavedFiltersService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<{ items: SavedFilter[] }> {
    authorise(actor, 'case:list', { hospitalId: actor.hospitalId });
    return this.database.read(actor, async (tx) => ({ items: await filtersOf(tx) }));
  }

  /** Keeps a filter; the one the list began with gives way where this is to be it. */
  async save(actor: Actor, body: Body): Promise<SavedFilter> {
    return this.change(actor, async (tx) => {
      if ((await filtersOf(tx)).length >= SAVED_FILTERS_PER_PERSON)
        throw new Problem('saved-filter/too-many', { max: SAVED_FILTERS_PER_PERSON });
      if (body.isDefault) await leaveNoDefault(tx);
      const id = tx.newId();
      await tx.insert(SavedFilterRow, { id, personId: personOf(actor), ...body, createdAt: tx.now, updatedAt: tx.now });
      await audit(tx, 'saved-filter.saved', id, body);
      return filterHeld(tx, id);
    });
  }

  async put(actor: Actor, id: string, { version, ...body }: Change): Promise<SavedFilter> {
    return this.change(actor, async (tx) => {
      const held = await filterHeld(tx, id);
      if (held.version !== version) throw staleProblem({ version: held.version, at: held.updatedAt, who: actor.name });
      if (body.isDefault) await leaveNoDefault(tx);
      await tx.query(
        'UPDATE saved_filters SET name = $2, filters = $3, is_default = $4, version = version + 1, updated_at = $5 WHERE id = $1',
        [id, body.name, JSON.stringify(body.filters), body.isDefault, tx.now],
      );
      await audit(tx, 'saved-filter.changed', id, body);
      return filterHeld(tx, id);
    });
  }

  async remove(actor: Actor, id: string): Promise<{ items: SavedFilter[] }> {
    return this.change(actor, async (tx) => {
      await filterHeld(tx, id);
      await tx.query('DELETE FROM saved_filters WHERE id = $1', [id]);
      await tx.audit({ action: 'saved-filter.removed', objectKind: 'saved-filter', objectId: id });
      return { items: await filtersOf(tx) };
    });
  }

  /** One person's filters change one after the other: they are counted, and one of them is where the list begins. */
  private async change<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    authorise(actor, 'case:list', { hospitalId: actor.hospitalId });
    try {
      return await this.database.write(actor, async (tx) => {
        await tx.query('SELECT 1 AS one FROM people WHERE id = $1 FOR NO KEY UPDATE', [personOf(actor)]);
        return work(tx);
      });
    } catch (error) {
      if (error instanceof ConstraintViolation && error.constraint === 'ux_saved_filters_name')
        throw refuseFields({ field: 'name', code: 'taken' });
      throw error;
    }
  }
}

const COLUMNS = 'id, version, name, filters, is_default AS "isDefault", updated_at AS "updatedAt"';

type Held = SavedFilter & { updatedAt: Date };

/** Filters are read through their schema: one kept before a filter was added takes its default. */
const filterOf = (row: Held): Held => ({ ...row, filters: caseFilters.parse(row.filters) });

async function filtersOf(tx: Transaction): Promise<SavedFilter[]> {
  const rows = await tx.query<Held>(`SELECT ${COLUMNS} FROM saved_filters WHERE person_id = $1 ORDER BY name, id`, [
    personOf(tx.actor),
  ]);
  return rows.map(filterOf);
}

async function filterHeld(tx: Transaction, id: string): Promise<Held> {
  const row = await tx.maybeOne<Held>(
    `SELECT ${COLUMNS} FROM saved_filters WHERE id = $1 AND person_id = $2 FOR UPDATE`,
    [id, personOf(tx.actor)],
  );
  if (!row) throw notFound();
  return filterOf(row);
}

const leaveNoDefault = (tx: Transaction) =>
  tx.query('UPDATE saved_filters SET is_default = false, version = version + 1 WHERE person_id = $1 AND is_default', [
    personOf(tx.actor),
  ]);

const audit = (tx: Transaction, action: 'saved-filter.saved' | 'saved-filter.changed', id: string, body: Body) =>
  tx.audit({
    action,
    objectKind: 'saved-filter',
    objectId: id,
    after: { name: fingerprint(body.name), filters: body.filters, isDefault: body.isDefault },
  });
