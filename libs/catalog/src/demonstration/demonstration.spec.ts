import { describe, expect, it } from 'vitest';
import {
  demonstrationCases,
  demonstrationCentre,
  demonstrationPatient,
  departmentByCode,
  lightCases,
  personByAccount,
  procedures,
  speakerOf,
  structureByCode,
} from '../index.js';
import type { DemonstrationReferral } from '../index.js';

const LIGHT = lightCases(26);
const ALL: readonly DemonstrationReferral[] = [...demonstrationCases, ...LIGHT];

describe('the ten full cases', () => {
  it('are those the story of the demonstration tells of', () => {
    expect(demonstrationCases.map(({ key }) => key)).toEqual([
      '001',
      '002',
      '003',
      '004',
      '005',
      '006',
      '007',
      '009',
      '010',
      '011',
    ]);
  });

  it.each(demonstrationCases)(
    '$key has stages in a row, each with a lead department that has someone to lead',
    (one) => {
      const codes = one.surgicalPlan.stages.map(({ code }) => code);
      one.surgicalPlan.stages.forEach(({ after, departmentCode, procedureCodes }, at) => {
        expect(codes.slice(0, at)).toEqual(expect.arrayContaining(after));
        expect(speakerOf(departmentCode)?.memberships).toContainEqual({ role: 'DEPT_LEAD', departmentCode });
        expect(procedures.map(({ code }) => code)).toEqual(expect.arrayContaining(procedureCodes));
      });
      const days = one.surgicalPlan.stages.map(({ dayOffset }) => dayOffset);
      expect(days).toEqual(days.toSorted((a, b) => a - b));
      expect(days.at(-1)).toBe(0);
    },
  );

  it.each(demonstrationCases)(
    '$key has a consensus that fits the opinions and the dissent',
    ({ decision, opinions }) => {
      const opposed = opinions.filter(({ stance }) => stance === 'oppose').length;
      expect(decision.consensus === 'UNANIMOUS').toBe(opposed === 0 && decision.dissent === null);
    },
  );
});

describe.each(ALL)('case $key', (one) => {
  it('involves structures, departments and hospitals that the demonstration has', () => {
    const codes = [...one.departments, ...one.opinions.map(({ departmentCode: code }) => ({ code }))].map(
      ({ code }) => code,
    );
    expect(codes.filter((code) => departmentByCode(code) === undefined)).toEqual([]);
    expect(one.clinical.structures.items.filter(({ code }) => structureByCode(code) === undefined)).toEqual([]);
    for (const code of one.remoteHospitals) {
      const agreement = demonstrationCentre.partnerships.find(({ hospitalCode }) => hospitalCode === code);
      expect(agreement?.validToDay).toBeGreaterThan(0);
    }
  });

  it('needs only departments in which somebody can give the opinion', () => {
    expect(one.departments.filter(({ code }) => speakerOf(code) === undefined)).toEqual([]);
    expect(one.departments.some(({ requirement }) => requirement === 'REQUIRED')).toBe(true);
  });

  it('lists no department, opinion or structure twice', () => {
    for (const codes of [
      one.departments.map(({ code }) => code),
      one.opinions.map(({ departmentCode }) => departmentCode),
      one.clinical.structures.items.map(({ code }) => code),
    ]) {
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  it('tells nothing of the most protected kind but where it stands apart, no calendar date and no real hospital', () => {
    const text = JSON.stringify(one, (name, value: unknown) => (name === 'restricted' ? undefined : value));
    expect(text).not.toMatch(/HIV|艾滋|梅毒|丙肝|胚系|germline/i);
    expect(text).not.toMatch(/(?:19|20)\d\d\s?[-年/.]/);
    expect(text).not.toMatch(/北京|山西医院|中国医学科学院|积水潭/);
  });

  it('counts days before the discussion for what was done before it', () => {
    const { imaging, priorTreatments } = one.clinical;
    expect([...imaging, ...priorTreatments].filter(({ dayOffset }) => dayOffset >= 0)).toEqual([]);
  });
});

describe('the lighter cases', () => {
  it('stay the same when more are asked for', () => {
    expect(lightCases(5)).toEqual(LIGHT.slice(0, 5));
  });

  it('are 26 different diagnoses before one comes again', () => {
    expect(new Set(LIGHT.map(({ clinical }) => clinical.diagnosis.zh)).size).toBe(26);
  });
});

describe('the people of the demonstration', () => {
  const { people, departments, hospitals, rooms, campuses, partnerships } = demonstrationCentre;

  it('have accounts, names and addresses of their own, none of them deliverable', () => {
    for (const values of [
      people.map((one) => one.account),
      people.map((one) => one.name.zh),
      people.map((one) => one.email),
    ]) {
      expect(new Set(values).size).toBe(values.length);
    }
    expect(people.filter(({ email }) => !email.endsWith('.example'))).toEqual([]);
  });

  it('belong to departments in use', () => {
    const inUse = departments.map(({ departmentCode }) => departmentCode);
    const held = people.flatMap((one) => one.memberships.flatMap(({ departmentCode }) => departmentCode ?? []));
    expect(inUse).toEqual(expect.arrayContaining(held));
    expect(inUse.filter((code) => speakerOf(code) === undefined)).toEqual([]);
  });

  it('give every linked hospital an expert and 北辰 a remote coordinator', () => {
    const rolesAt = (code: string) =>
      people
        .filter(({ hospitalCode }) => hospitalCode === code)
        .flatMap(({ memberships }) => memberships.map(({ role }) => role));
    for (const { code } of hospitals.filter(({ isHost }) => !isHost)) expect(rolesAt(code)).toContain('REMOTE_EXPERT');
    expect(rolesAt('beichen')).toContain('REMOTE_COORDINATOR');
  });

  it('have the chair from the department that leads the centre', () => {
    expect(personByAccount('chair')?.name.zh).toBe('顾知衡');
    expect(speakerOf('colorectal-surgery')?.account).toBe('chair');
  });

  it('meet and operate in rooms on the campuses of the host', () => {
    expect(campuses.map(({ code }) => code)).toEqual(expect.arrayContaining(rooms.map(({ campusCode }) => campusCode)));
    expect(rooms.map(({ name }) => name.zh)).toContain('3 号手术间');
  });

  it('work under agreements of which only that with 临川 has run out', () => {
    const expired = partnerships.filter(({ validToDay }) => validToDay < 0).map(({ hospitalCode }) => hospitalCode);
    expect(expired).toEqual(['linchuan']);
  });
});

describe('the patients of the demonstration', () => {
  const patients = (today: string) =>
    ALL.map((one, at) => ({ of: one, patient: demonstrationPatient(at + 1, one, today) }));

  it.each(['2026-01-01', '2028-02-29', '2027-12-31'])('are as old on %s as their case says', (today) => {
    for (const { of, patient } of patients(today)) {
      const birthday = patient.birthDate.slice(5) <= today.slice(5) ? 0 : 1;
      expect(Number(today.slice(0, 4)) - Number(patient.birthDate.slice(0, 4)) - birthday).toBe(of.ageYears);
    }
  });

  it('can be told from real ones by name, identity number and phone', () => {
    for (const { patient } of patients('2026-06-15')) {
      expect(patient.name).toMatch(/^张示例\d\d+$/);
      expect(patient.identityNo).toMatch(/^999999\d{11}[\dX]$/);
      expect(patient.phone).toMatch(/^1000000\d{4}$/);
    }
  });

  it('have identity numbers of their own, with a right check character and the digit of their sex', () => {
    const numbers = patients('2026-06-15').map(({ patient }) => patient.identityNo);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { of, patient } of patients('2026-06-15')) {
      expect(Number(patient.identityNo[16]) % 2).toBe(of.sex === 'MALE' ? 1 : 0);
      // ISO 7064 MOD 11-2: with the check character as the last digit (X is ten), the weighted sum leaves 1.
      const digits = Array.from(patient.identityNo).map((character) => (character === 'X' ? 10 : Number(character)));
      const sum = digits.reduce((total, digit, at) => total + digit * (2 ** (17 - at) % 11), 0);
      expect(sum % 11).toBe(1);
    }
  });
});
