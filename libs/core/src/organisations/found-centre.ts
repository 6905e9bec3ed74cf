import { departments as directoryOfDepartments, type DemonstrationCentre } from '@consilium/catalog';
import { DateTime } from 'luxon';
import { Account } from '../identity/index.js';
import type { Transaction } from '../database/index.js';
import { operates } from '../people/operating-departments.rules.js';
import { Campus } from './campus.entity.js';
import { CenterDepartment } from './center-department.entity.js';
import { Center } from './center.entity.js';
import { DepartmentCampus } from './department-campus.entity.js';
import { Department } from './department.entity.js';
import { Hospital } from './hospital.entity.js';
import { Membership } from './membership.entity.js';
import { Partnership } from './partnership.entity.js';
import { Person } from './person.entity.js';
import { Room } from './room.entity.js';
import { SurgicalPrivilege } from './surgical-privilege.entity.js';

/** The highest level at which surgeons of a title operate in a founded centre, for all operations of it. */
const LEVEL_OF_TITLE: Partial<Record<string, number>> = { CHIEF: 4, ASSOCIATE_CHIEF: 4, ATTENDING: 3 };

/**
 * Lays down a whole centre in an empty database: hospitals, places, departments with their roster, people with accounts, agreements.
 * All accounts share one password hash, so this is for demonstrations and tests; agreements run from days relative to today.
 */
export async function foundCentre(tx: Transaction, plan: DemonstrationCentre, passwordHash: string): Promise<void> {
  const hospitalIds = newIds(
    tx,
    plan.hospitals.map(({ code }) => code),
  );
  const campusIds = newIds(
    tx,
    plan.campuses.map(({ code }) => code),
  );
  const departmentIds = newIds(
    tx,
    plan.departments.map(({ departmentCode }) => departmentCode),
  );
  const personIds = newIds(
    tx,
    plan.people.map(({ account }) => account),
  );
  const hostId = of(hospitalIds, plan.centre.hospitalCode);
  const centerId = tx.newId();
  const day = (offset: number): string =>
    DateTime.fromJSDate(tx.now, { zone: 'Asia/Shanghai' }).plus({ days: offset }).toISODate() ?? '';

  await tx.insert(
    Hospital,
    plan.hospitals.map((hospital) => ({
      id: of(hospitalIds, hospital.code),
      code: hospital.code,
      nameZh: hospital.name.zh,
      nameEn: hospital.name.en,
      shortNameZh: hospital.shortName.zh,
      shortNameEn: hospital.shortName.en,
      isHost: hospital.isHost,
      province: hospital.province.zh,
      createdAt: tx.now,
    })),
  );
  await tx.insert(
    Campus,
    plan.campuses.map((campus, index) => ({
      id: of(campusIds, campus.code),
      hospitalId: of(hospitalIds, campus.hospitalCode),
      nameZh: campus.name.zh,
      nameEn: campus.name.en,
      timeZone: campus.timeZone,
      isDefault: plan.campuses.findIndex(({ hospitalCode }) => hospitalCode === campus.hospitalCode) === index,
    })),
  );
  await tx.insert(
    Room,
    plan.rooms.map((room) => ({
      id: tx.newId(),
      campusId: of(campusIds, room.campusCode),
      kind: room.kind,
      nameZh: room.name.zh,
      nameEn: room.name.en,
    })),
  );
  await tx.insert(
    Department,
    plan.departments.map((entry) => {
      const known = directoryOfDepartments.find(({ code }) => code === entry.departmentCode);
      return {
        id: of(departmentIds, entry.departmentCode),
        hospitalId: hostId,
        code: entry.departmentCode,
        nameZh: entry.name.zh,
        nameEn: entry.name.en,
        label: entry.label,
        aliases: known ? [...known.aliases] : [],
        kind: known?.kind ?? 'other',
      };
    }),
  );
  const [mainCampus] = plan.campuses.filter(({ hospitalCode }) => hospitalCode === plan.centre.hospitalCode);
  if (mainCampus)
    await tx.insert(
      DepartmentCampus,
      [...departmentIds.values()].map((departmentId) => ({ departmentId, campusId: of(campusIds, mainCampus.code) })),
    );
  await tx.insert(Center, {
    id: centerId,
    hospitalId: hostId,
    nameZh: plan.centre.name.zh,
    nameEn: plan.centre.name.en,
    caseLetter: plan.centre.caseLetter,
  });
  await tx.insert(
    CenterDepartment,
    plan.departments.map((entry) => ({
      centerId,
      departmentId: of(departmentIds, entry.departmentCode),
      role: entry.centreRole ?? 'SUPPORTING',
      position: entry.position,
    })),
  );
  await tx.insert(
    Person,
    plan.people.map((person) => ({
      id: of(personIds, person.account),
      hospitalId: of(hospitalIds, person.hospitalCode),
      name: person.name.zh,
      nameEn: person.name.en,
      title: person.title,
      email: person.email,
      locale: 'zh-CN',
      createdAt: tx.now,
    })),
  );
  await tx.insert(
    Membership,
    plan.people.flatMap((person) =>
      person.memberships.map(({ role, departmentCode }) => ({
        id: tx.newId(),
        personId: of(personIds, person.account),
        hospitalId: of(hospitalIds, person.hospitalCode),
        departmentId:
          departmentCode === null || of(hospitalIds, person.hospitalCode) !== hostId
            ? null
            : of(departmentIds, departmentCode),
        role,
        validFrom: day(-3_650),
        validTo: null,
      })),
    ),
  );
  const administrator = plan.people.find(({ memberships }) => memberships.some(({ role }) => role === 'ADMIN'));
  await tx.insert(
    SurgicalPrivilege,
    plan.people.flatMap((person) => {
      const level = LEVEL_OF_TITLE[person.title];
      const isSurgeon = person.memberships.some(({ departmentCode }) => {
        const department = directoryOfDepartments.find(({ code }) => code === departmentCode);
        return department !== undefined && operates(department);
      });
      if (level === undefined || !isSurgeon || of(hospitalIds, person.hospitalCode) !== hostId) return [];
      return {
        id: tx.newId(),
        personId: of(personIds, person.account),
        hospitalId: hostId,
        procedureCode: null,
        procedureName: '',
        level,
        validFrom: day(-365),
        validTo: day(730),
        grantedAt: tx.now,
        grantedBy: of(personIds, administrator?.account ?? person.account),
      };
    }),
  );
  await tx.insert(
    Account,
    plan.people.map(({ account }) => ({ personId: of(personIds, account), username: account, passwordHash })),
  );
  await tx.insert(
    Partnership,
    plan.partnerships.map((partnership) => ({
      id: tx.newId(),
      hostHospitalId: hostId,
      partnerHospitalId: of(hospitalIds, partnership.hospitalCode),
      agreementNo: partnership.agreementNo,
      scopes: partnership.scopes,
      validFrom: day(partnership.validFromDay),
      validTo: day(partnership.validToDay),
    })),
  );
}

const newIds = (tx: Transaction, codes: readonly string[]): Map<string, string> =>
  new Map(codes.map((code) => [code, tx.newId()]));

function of(ids: Map<string, string>, code: string): string {
  const id = ids.get(code);
  if (!id) throw new Error(`the centre's plan names ${code}, which it does not hold`);
  return id;
}
