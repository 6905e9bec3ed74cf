import type { DepartmentPlan, ManagedDepartments } from '@consilium/contracts';
import { acceptedCase, caseInTriage, referralOf, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { CaseReadingService, ReferCaseService, TriageService } from '../cases/index.js';
import { CentreService, DepartmentsService, DirectoryService } from './index.js';

let world: TestWorld;
let departments: DepartmentsService;
let centre: CentreService;
let administrator: Actor;
let coordinator: Actor;

beforeAll(async () => {
  world = await testWorld();
  departments = world.get(DepartmentsService);
  centre = world.get(CentreService);
  administrator = await world.actor('administrator');
  coordinator = await world.actor('coordinator');
});
afterAll(() => world.close());

const of = ({ items }: ManagedDepartments, code: string) => {
  const found = items.find((department) => department.code === code);
  if (!found) throw new Error(`no department ${code}`);
  return found;
};
const plan = async (code: string, changes: Partial<DepartmentPlan> = {}): Promise<DepartmentPlan> => ({
  code,
  name: { zh: '核医学科', en: 'Nuclear medicine' },
  label: '核',
  aliases: ['PET 中心'],
  kind: 'diagnostic',
  campusIds: (await departments.list(administrator)).campuses.map(({ id }) => id),
  ...changes,
});

describe('the departments an administrator keeps', () => {
  it('gain one that works at several campuses and is offered to everybody', async () => {
    const wanted = await plan('nuclear-medicine');
    const added = of(await departments.add(administrator, wanted), 'nuclear-medicine');
    expect(added).toMatchObject({ aliases: ['PET 中心'], isRetired: false, version: 1 });
    expect(added.campusIds).toHaveLength(2);
    const shown = await world.get(DirectoryService).read(coordinator);
    expect(shown.departments.find(({ id }) => id === added.id)).toMatchObject({ centreRole: null, isRetired: false });
  });

  it('refuse a code in use and a campus that is not of the house, each at its field', async () => {
    expect((await refusal(departments.add(administrator, await plan('urology')))).extras.errors).toEqual([
      { field: 'code', code: 'duplicate' },
    ]);
    const strange = await plan('strange', { campusIds: [await world.hospitalId('beichen')] });
    expect((await refusal(departments.add(administrator, strange))).extras.errors).toEqual([
      { field: 'campusIds.0', code: 'unknown' },
    ]);
  });

  it('are changed on the version that was seen, with what stood there before on record', async () => {
    const { id, version } = of(await departments.list(administrator), 'icu');
    const changed = await departments.change(administrator, id, { ...(await plan('icu')), version });
    expect(of(changed, 'icu')).toMatchObject({ label: '核', version: version + 1 });
    const [line] = await world.rows<{ before: { label: string }; after: { label: string; campusIds: string[] } }>(
      `SELECT before, after FROM audit_events WHERE action = 'department.changed' AND object_id = $1`,
      [id],
    );
    expect([line?.before.label, line?.after.label, line?.after.campusIds.length]).toEqual(['重', '核', 2]);
    expect((await refusal(departments.change(administrator, id, { ...(await plan('icu')), version }))).code).toBe(
      'object/stale',
    );
  });

  it('are not for coordinators to change, nor for auditors', async () => {
    for (const account of ['coordinator', 'auditor', 'security'])
      expect((await refusal(departments.add(await world.actor(account), await plan('other')))).code).toBe(
        'access/denied',
      );
  });
});

describe('a department that is retired', () => {
  it('vanishes from what can be chosen, only after the numbers were named, and stays on old cases', async () => {
    const { caseNo } = await acceptedCase(world, { ordinal: 31, required: ['urology', 'pathology'] });
    const inTriage = await caseInTriage(world, { ordinal: 32, required: ['urology', 'pathology'] });
    const id = await world.departmentId('pathology');
    const { version } = of(await departments.list(administrator), 'pathology');
    const use = await departments.use(administrator, id);
    expect(use.openCases).toBe(2);
    expect(use.people).toBeGreaterThan(0);
    expect((await refusal(departments.retire(administrator, id, { ...use, openCases: 1, version }))).code).toBe(
      'organisation/in-use',
    );
    await departments.retire(administrator, id, { ...use, version });

    const shown = await world.get(DirectoryService).read(coordinator);
    expect(shown.departments.find((department) => department.id === id)?.isRetired).toBe(true);
    const seen = await world.get(CaseReadingService).read(coordinator, caseNo);
    expect(seen.round.participations.map(({ departmentId }) => departmentId)).toContain(id);
    const referral = await referralOf(world, '002', 33);
    const chosen = { departmentId: id, requirement: 'REQUIRED' as const, reason: '' };
    const doctor = await world.actor('urology-2');
    expect(
      (await refusal(world.get(ReferCaseService).refer(doctor, { ...referral, departments: [chosen] }))).extras.errors,
    ).toMatchObject([{ field: 'departments.0.departmentId', code: 'unknown' }]);
    // It takes part in this one already.
    await world
      .get(TriageService)
      .changeDepartments(coordinator, inTriage.caseNo, { version: inTriage.version, departments: [chosen] });

    const back = await departments.bringBack(administrator, id, { version: version + 1 });
    expect(of(back, 'pathology').isRetired).toBe(false);
  });
});

describe('the roster of the centre', () => {
  it('is kept as a whole: who is core, who supports, and in which order', async () => {
    const { centre: before } = await departments.list(administrator);
    const [first, second, ...rest] = before.roster;
    if (!first || !second) throw new Error('the centre has departments');
    const roster = [second, { ...first, role: 'SUPPORTING' as const }, ...rest.slice(0, -1)];
    const after = await centre.setRoster(administrator, { version: before.version, roster });
    expect(after.centre).toMatchObject({ roster, version: before.version + 1 });
    const shown = await world.get(DirectoryService).read(coordinator);
    expect(shown.departments.slice(0, 2).map(({ id, centreRole }) => [id, centreRole])).toEqual([
      [second.departmentId, second.role],
      [first.departmentId, 'SUPPORTING'],
    ]);
    expect((await refusal(centre.setRoster(administrator, { version: before.version, roster }))).code).toBe(
      'object/stale',
    );
  });

  it('takes each department once, and no strange or retired one', async () => {
    const { version, roster } = (await departments.list(administrator)).centre;
    const [first] = roster;
    const added = of(await departments.add(administrator, await plan('closed')), 'closed');
    await departments.retire(administrator, added.id, { version: 1, openCases: 0, people: 0 });
    if (!first) throw new Error('the centre has departments');
    const places = [first, first, added.id, await world.hospitalId('beichen')].map((place) =>
      typeof place === 'string' ? { departmentId: place, role: 'CORE' as const } : place,
    );
    expect((await refusal(centre.setRoster(administrator, { version, roster: places }))).extras.errors).toEqual([
      { field: 'roster.1.departmentId', code: 'duplicate' },
      { field: 'roster.2.departmentId', code: 'unknown' },
      { field: 'roster.3.departmentId', code: 'unknown' },
    ]);
  });

  it('bears the name of the centre', async () => {
    const { version } = (await departments.list(administrator)).centre;
    const name = { zh: '肉瘤中心', en: 'Sarcoma centre' };
    const renamed = await centre.rename(administrator, { version, name });
    expect(renamed.centre).toMatchObject({ name, version: version + 1 });
  });
});
