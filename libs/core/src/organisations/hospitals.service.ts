import { Injectable } from '@nestjs/common';
import type { CampusPlan, HospitalPlan, ManagedHospitals } from '@consilium/contracts';
import { systemActor, type Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { ConstraintViolation, notFound, refuseFields } from '../errors/index.js';
import { campusZone } from './campus-zone.js';
import { Campus } from './campus.entity.js';
import { holdRow, hostFor } from './host.js';
import { Hospital } from './hospital.entity.js';
import { hospitalsView } from './hospitals-view.js';

const HOSPITAL = `code, name_zh AS "nameZh", name_en AS "nameEn", short_name_zh AS "shortNameZh", short_name_en AS "shortNameEn", province`;
const CAMPUS = `hospital_id AS "hospitalId", name_zh AS "nameZh", name_en AS "nameEn", time_zone AS "timeZone", is_default AS "isDefault"`;

type CampusRow = Pick<Campus, 'hospitalId' | 'nameZh' | 'nameEn' | 'timeZone' | 'isDefault'>;

const rowOf = (plan: HospitalPlan) => ({
  code: plan.code,
  nameZh: plan.name.zh,
  nameEn: plan.name.en,
  shortNameZh: plan.shortName.zh,
  shortNameEn: plan.shortName.en,
  province: plan.province,
});

/** Hospitals and their campuses, as an administrator keeps them. */
@Injectable()
export class HospitalsService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<ManagedHospitals> {
    return this.database.list(actor, { action: 'organisation.listed', objectKind: 'hospital' }, async (tx) =>
      hospitalsView(tx, await hostFor(tx, actor, 'organisation:read')),
    );
  }

  /** The zone in which times are told where nobody is signed in: the host's. */
  async hostZone(): Promise<string> {
    return this.database.read(systemActor('host-zone', ''), async (tx) => {
      const host = await tx.maybeOne<{ id: string }>('SELECT id FROM hospitals WHERE is_host');
      return campusZone(tx, host?.id ?? null);
    });
  }

  /** Adds a hospital other than the host. A code in use is refused at its field. */
  async add(actor: Actor, plan: HospitalPlan): Promise<ManagedHospitals> {
    return this.changing(actor, async (tx) => {
      const id = tx.newId();
      const after = rowOf(plan);
      await tx.insert(Hospital, {
        id,
        ...after,
        isHost: false,
        createdAt: tx.now,
        updatedAt: tx.now,
        updatedBy: actor.personId,
      });
      await tx.audit({ action: 'hospital.added', objectKind: 'hospital', objectId: id, after });
    });
  }

  async change(actor: Actor, id: string, plan: HospitalPlan & { version: number }): Promise<ManagedHospitals> {
    return this.changing(actor, async (tx) => {
      const before = await holdRow<Record<string, unknown>>(tx, 'hospitals', { id, version: plan.version }, HOSPITAL);
      const after = rowOf(plan);
      await tx.query(
        `UPDATE hospitals SET code = $2, name_zh = $3, name_en = $4, short_name_zh = $5, short_name_en = $6, province = $7 WHERE id = $1`,
        [id, ...Object.values(after)],
      );
      await tx.audit({ action: 'hospital.changed', objectKind: 'hospital', objectId: id, before, after });
    });
  }

  /** Adds a campus to a hospital; the first one is the default, by whose zone the hospital's days are counted. */
  async addCampus(actor: Actor, hospitalId: string, plan: CampusPlan): Promise<ManagedHospitals> {
    return this.changing(actor, async (tx) => {
      const hospital = await tx.maybeOne('SELECT 1 AS one FROM hospitals WHERE id = $1 FOR NO KEY UPDATE', [
        hospitalId,
      ]);
      if (!hospital) throw notFound();
      const other = await tx.maybeOne('SELECT 1 AS one FROM campuses WHERE hospital_id = $1 LIMIT 1', [hospitalId]);
      const isDefault = plan.isDefault || other === undefined;
      if (isDefault) await this.giveUpDefault(tx, hospitalId);
      const id = tx.newId();
      const after = { hospitalId, nameZh: plan.name.zh, nameEn: plan.name.en, timeZone: plan.timeZone, isDefault };
      await tx.insert(Campus, { id, ...after, updatedAt: tx.now, updatedBy: actor.personId });
      await tx.audit({ action: 'campus.added', objectKind: 'campus', objectId: id, after });
    });
  }

  /** Changes a campus. Another zone moves no time that is set already: those are instants. A hospital is never without a default. */
  async changeCampus(actor: Actor, id: string, plan: CampusPlan & { version: number }): Promise<ManagedHospitals> {
    return this.changing(actor, async (tx) => {
      const before = await holdRow<CampusRow>(tx, 'campuses', { id, version: plan.version }, CAMPUS);
      if (before.isDefault && !plan.isDefault) throw refuseFields({ field: 'isDefault', code: 'required' });
      if (plan.isDefault && !before.isDefault) await this.giveUpDefault(tx, before.hospitalId);
      const after = { ...before, nameZh: plan.name.zh, nameEn: plan.name.en, ...pick(plan) };
      await tx.query('UPDATE campuses SET name_zh = $2, name_en = $3, time_zone = $4, is_default = $5 WHERE id = $1', [
        id,
        after.nameZh,
        after.nameEn,
        after.timeZone,
        after.isDefault,
      ]);
      await tx.audit({ action: 'campus.changed', objectKind: 'campus', objectId: id, before: { ...before }, after });
    });
  }

  private async giveUpDefault(tx: Transaction, hospitalId: string): Promise<void> {
    const former = await tx.maybeOne<{ id: string }>(
      `UPDATE campuses SET is_default = false, version = version + 1, updated_at = $2, updated_by = $3
       WHERE hospital_id = $1 AND is_default RETURNING id`,
      [hospitalId, tx.now, tx.actor.personId],
    );
    if (former)
      await tx.audit({
        action: 'campus.changed',
        objectKind: 'campus',
        objectId: former.id,
        before: { isDefault: true },
        after: { isDefault: false },
      });
  }

  private async changing(actor: Actor, work: (tx: Transaction) => Promise<void>): Promise<ManagedHospitals> {
    try {
      return await this.database.write(actor, async (tx) => {
        const hostId = await hostFor(tx, actor, 'organisation:manage');
        await work(tx);
        await tx.announce('directory', hostId);
        return hospitalsView(tx, hostId);
      });
    } catch (error) {
      if (error instanceof ConstraintViolation && error.constraint === 'ux_hospitals_code')
        throw refuseFields({ field: 'code', code: 'duplicate' });
      throw error;
    }
  }
}

const pick = ({ timeZone, isDefault }: CampusPlan) => ({ timeZone, isDefault });
