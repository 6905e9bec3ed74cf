import { Injectable } from '@nestjs/common';
import type { DepartmentPlan, DepartmentUse, ManagedDepartments } from '@consilium/contracts';
import type { Actor } from '../access/index.js';
import { Database, type Transaction } from '../database/index.js';
import { ConstraintViolation, notFound, Problem, refuseFields, type FieldRefusal } from '../errors/index.js';
import { DepartmentCampus } from './department-campus.entity.js';
import { Department } from './department.entity.js';
import { departmentsView } from './departments-view.js';
import { holdRow, hostFor } from './host.js';

const DEPARTMENT = `code, name_zh AS "nameZh", name_en AS "nameEn", label, aliases, kind, retired_at AS "retiredAt",
  ARRAY(SELECT u.campus_id FROM department_campuses u WHERE u.department_id = departments.id ORDER BY u.campus_id)::text[] AS "campusIds"`;

type DepartmentRow = Pick<Department, 'code' | 'nameZh' | 'nameEn' | 'label' | 'aliases' | 'kind' | 'retiredAt'> & {
  campusIds: string[];
};

const rowOf = (plan: DepartmentPlan) => ({
  code: plan.code,
  nameZh: plan.name.zh,
  nameEn: plan.name.en,
  label: plan.label,
  aliases: [...new Set(plan.aliases)],
  kind: plan.kind,
});

/** Departments of the host hospital, as an administrator keeps them. */
@Injectable()
export class DepartmentsService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<ManagedDepartments> {
    return this.database.list(actor, { action: 'organisation.listed', objectKind: 'department' }, async (tx) =>
      departmentsView(tx, await hostFor(tx, actor, 'organisation:read')),
    );
  }

  /** Adds a department, which is not in the centre yet. A code in use is refused at its field, as are campuses of other hospitals. */
  async add(actor: Actor, plan: DepartmentPlan): Promise<ManagedDepartments> {
    return this.changing(actor, async (tx, hostId) => {
      const id = tx.newId();
      const after = rowOf(plan);
      await tx.insert(Department, { id, hospitalId: hostId, ...after, updatedAt: tx.now, updatedBy: actor.personId });
      const campusIds = await this.settleCampuses(tx, hostId, id, plan.campusIds);
      await tx.audit({
        action: 'department.added',
        objectKind: 'department',
        objectId: id,
        after: { ...after, campusIds },
      });
    });
  }

  async change(actor: Actor, id: string, plan: DepartmentPlan & { version: number }): Promise<ManagedDepartments> {
    return this.changing(actor, async (tx, hostId) => {
      const { retiredAt: _, ...before } = await this.hold(tx, id, plan.version);
      const after = rowOf(plan);
      await tx.query(
        'UPDATE departments SET code = $2, name_zh = $3, name_en = $4, label = $5, aliases = $6, kind = $7 WHERE id = $1',
        [id, ...Object.values(after)],
      );
      const campusIds = await this.settleCampuses(tx, hostId, id, plan.campusIds);
      await tx.audit({
        action: 'department.changed',
        objectKind: 'department',
        objectId: id,
        before,
        after: { ...after, campusIds },
      });
    });
  }

  /** What a department still has to do: to be known before it is retired. */
  async use(actor: Actor, id: string): Promise<DepartmentUse> {
    return this.database.read(actor, async (tx) => {
      await hostFor(tx, actor, 'organisation:manage');
      return useOf(tx, id);
    });
  }

  /**
   * Takes a department out of use: nobody chooses it any more; cases, plans and people keep it. The person must have been told the present
   * numbers (`organisation/in-use` otherwise).
   */
  async retire(actor: Actor, id: string, told: DepartmentUse & { version: number }): Promise<ManagedDepartments> {
    return this.changing(actor, async (tx) => {
      const { retiredAt } = await this.hold(tx, id, told.version);
      const use = await useOf(tx, id);
      if (use.openCases !== told.openCases || use.people !== told.people)
        throw new Problem('organisation/in-use', {
          what: {
            zh: `现有 ${use.openCases} 个在办病例、${use.people} 名人员`,
            en: `${use.openCases} open cases and ${use.people} people`,
          },
        });
      await tx.query('UPDATE departments SET retired_at = coalesce(retired_at, $2) WHERE id = $1', [id, tx.now]);
      await tx.audit({
        action: 'department.retired',
        objectKind: 'department',
        objectId: id,
        before: { retiredAt },
        after: { retiredAt: retiredAt ?? tx.now },
        detail: { ...use },
      });
    });
  }

  /** Puts a retired department into use again, in its former place of the roster. */
  async bringBack(actor: Actor, id: string, { version }: { version: number }): Promise<ManagedDepartments> {
    return this.changing(actor, async (tx) => {
      const { retiredAt } = await this.hold(tx, id, version);
      await tx.query('UPDATE departments SET retired_at = NULL WHERE id = $1', [id]);
      await tx.audit({
        action: 'department.brought-back',
        objectKind: 'department',
        objectId: id,
        before: { retiredAt },
        after: { retiredAt: null },
      });
    });
  }

  private hold(tx: Transaction, id: string, version: number): Promise<DepartmentRow> {
    return holdRow<DepartmentRow>(tx, 'departments', { id, version }, DEPARTMENT);
  }

  /** Writes where a department works. Ids that are no campus of the host are refused at their place. */
  private async settleCampuses(
    tx: Transaction,
    hostId: string,
    departmentId: string,
    wanted: readonly string[],
  ): Promise<string[]> {
    const known = await tx.query<{ id: string }>('SELECT id FROM campuses WHERE hospital_id = $1', [hostId]);
    const refused = wanted.flatMap((id, index): FieldRefusal[] =>
      known.some((campus) => campus.id === id) ? [] : [{ field: `campusIds.${index}`, code: 'unknown' }],
    );
    if (refused.length > 0) throw refuseFields(...refused);
    const campusIds = [...new Set(wanted)].sort();
    await tx.query('DELETE FROM department_campuses WHERE department_id = $1', [departmentId]);
    await tx.insert(
      DepartmentCampus,
      campusIds.map((campusId) => ({ departmentId, campusId })),
    );
    return campusIds;
  }

  private async changing(
    actor: Actor,
    work: (tx: Transaction, hostId: string) => Promise<void>,
  ): Promise<ManagedDepartments> {
    try {
      return await this.database.write(actor, async (tx) => {
        const hostId = await hostFor(tx, actor, 'organisation:manage');
        await work(tx, hostId);
        await tx.announce('directory', hostId);
        return departmentsView(tx, hostId);
      });
    } catch (error) {
      if (error instanceof ConstraintViolation && error.constraint === 'ux_departments_code')
        throw refuseFields({ field: 'code', code: 'duplicate' });
      throw error;
    }
  }
}

async function useOf(tx: Transaction, id: string): Promise<DepartmentUse> {
  const use = await tx.maybeOne<DepartmentUse>(
    `SELECT open_cases_of_department(d.id) AS "openCases",
       (SELECT count(DISTINCT m.person_id)::int FROM memberships m
        WHERE m.department_id = d.id AND m.valid_from <= $2::date AND (m.valid_to IS NULL OR m.valid_to >= $2::date)) AS people
     FROM departments d WHERE d.id = $1`,
    [id, tx.now],
  );
  if (!use) throw notFound();
  return use;
}
