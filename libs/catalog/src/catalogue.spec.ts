import { describe, expect, it } from 'vitest';
import {
  analytes,
  departmentByCode,
  departments,
  icd10,
  icdo3,
  nosesCategories,
  pelvicCentre,
  procedures,
  stagingSystems,
  structures,
} from './index.js';

const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at);
const unknownDepartments = (codes: readonly (string | null)[]) =>
  codes.filter((code) => code !== null && departmentByCode(code) === undefined);

describe('the catalogue', () => {
  it('gives every department, structure and procedure its own code', () => {
    expect(repeated(departments.map(({ code }) => code))).toEqual([]);
    expect(repeated(structures.map(({ code }) => code))).toEqual([]);
    expect(repeated(procedures.map(({ code }) => code))).toEqual([]);
  });

  it('holds the whole directory of departments, whose links lead to departments', () => {
    expect(departments).toHaveLength(98);
    expect(unknownDepartments(departments.flatMap(({ related }) => related.map(({ code }) => code)))).toEqual([]);
    expect(unknownDepartments(procedures.flatMap((procedure) => procedure.departments))).toEqual([]);
  });

  it('claims no operation level as verified, since each hospital sets its own', () => {
    expect(procedures.filter(({ level }) => level.verified)).toEqual([]);
  });

  it('shows a procedure without a code as not verified', () => {
    const uncoded = procedures.filter(({ icd9 }) => icd9.code === null);
    expect(uncoded.length).toBeGreaterThan(0);
    expect(uncoded.filter(({ icd9 }) => icd9.verified)).toEqual([]);
  });

  it('calls only confirmed methods of specimen extraction verified', () => {
    const methods = nosesCategories.flatMap((category) => category.methods);
    expect(methods).toHaveLength(21);
    expect(methods.filter(({ verified, certainty }) => verified && certainty !== 'confirmed')).toEqual([]);
  });
});

describe('the code lists', () => {
  it.each([
    ['icd10', icd10],
    ['icdo3', icdo3],
    ['analytes', analytes],
  ])('%s names its source and gives each code once', (_, { source, items }) => {
    expect(source).not.toBe('');
    expect(items.length).toBeGreaterThan(20);
    expect(repeated(items.map(({ code }) => code))).toEqual([]);
  });

  it('claim no morphology and no analyte as verified, and say what of the diagnoses is', () => {
    expect([...icdo3.items, ...analytes.items].filter(({ verified }) => verified)).toEqual([]);
    expect(icd10.items.some(({ verified }) => verified)).toBe(true);
    expect(icd10.items.some(({ verified }) => !verified)).toBe(true);
  });

  it('let tumours be benign, uncertain and malignant', () => {
    expect([...new Set(icdo3.items.map(({ code }) => code.slice(-1)))].toSorted()).toEqual(['0', '1', '3']);
  });
});

describe('the staging systems', () => {
  it('are each there once, with components and choices that are each their own', () => {
    expect(repeated(stagingSystems.map(({ system }) => system))).toEqual([]);
    for (const { components } of stagingSystems) {
      expect(repeated(components.map(({ key }) => key))).toEqual([]);
      for (const { choices } of components) expect(repeated(choices.map(({ value }) => value))).toEqual([]);
    }
  });
});

describe('the roster of the pelvic centre', () => {
  it('puts its departments in the order of the dots, each with its own character', () => {
    const labels = pelvicCentre.roster.map(({ label }) => label);
    expect(labels.slice(0, 13).join('')).toBe('影病结妇泌骨头介放内麻重输');
    expect(labels.slice(13).join('')).toContain('整血养康疼心肾呼感精研');
    expect(repeated(labels)).toEqual([]);
    expect(pelvicCentre.roster.map(({ position }) => position)).toEqual(labels.map((_, at) => at + 1));
  });

  it('has four core departments, of which one leads', () => {
    const core = pelvicCentre.roster.filter(({ centreRole }) => centreRole === 'CORE');
    expect(core.map(({ label }) => label).join('')).toBe('结妇泌骨');
    expect(pelvicCentre.roster.filter(({ isLead }) => isLead).map(({ label }) => label)).toEqual(['结']);
  });

  it('names only departments of the directory', () => {
    expect(unknownDepartments(pelvicCentre.roster.map(({ departmentCode }) => departmentCode))).toEqual([]);
    expect(unknownDepartments(pelvicCentre.workflow.map(({ ownerDepartment }) => ownerDepartment))).toEqual([]);
  });
});

describe('the structures a case may involve', () => {
  it('cover every region of the referral form and every compartment', () => {
    expect(new Set(structures.map(({ region }) => region)).size).toBe(8);
    expect(new Set(structures.map((one) => one.compartment).filter((one) => one !== null)).size).toBe(4);
  });

  it.each(['left', 'right'])('hold the iliac vessels of the %s side', (side) => {
    const codes = structures.map(({ code }) => code);
    for (const vessel of [
      'common-iliac-artery',
      'common-iliac-vein',
      'external-iliac-artery',
      'external-iliac-vein',
      'internal-iliac-vessels',
    ]) {
      expect(codes).toContain(`${vessel}-${side}`);
    }
  });
});
