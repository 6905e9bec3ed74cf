import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { structures } from '@consilium/catalog';
import {
  clinicalRecord,
  fieldProblems,
  fill,
  importColumns,
  referral as referralSchema,
  type ImportPreview,
  type ImportRow,
  type Locale,
  type Referral,
} from '@consilium/contracts';
import { authorise, personOf, type Actor } from '../access/index.js';
import {
  basisOfRecord,
  PatientRegistry,
  proposedOf,
  ReferCaseService,
  referralSetting,
  refusedInSetting,
  registeredOnce,
  type ReferralSetting,
} from '../cases/index.js';
import { yearsBetween } from '../clock/index.js';
import { Database, type Transaction } from '../database/index.js';
import { ConstraintViolation, Problem, refusedBySchema, refuseFields, type FieldRefusal } from '../errors/index.js';
import { CaseImport } from './case-import.entity.js';
import {
  columnOf,
  folded,
  readRow,
  textOf,
  type Cells,
  type ImportNames,
  type RefusedCell,
} from './import-cells.rules.js';
import { readImport, type ImportFile } from './import-file.js';

interface CheckedRow {
  row: number;
  cells: Cells;
  refused: RefusedCell[];
  isKnownPatient: boolean;
  referral: Referral | undefined;
}

const ONE_IMPORT_PER_KEY = 'pk_case_imports';

/** Many cases at once, from a spreadsheet. Nothing of the file outlives the answer. */
@Injectable()
export class CaseImportsService {
  constructor(
    private readonly database: Database,
    private readonly patients: PatientRegistry,
    private readonly cases: ReferCaseService,
  ) {}

  /** What an import of this file would refuse, cell by cell. That somebody asked whether patients are known here is on record. */
  async preview(actor: Actor, file: Readable | undefined, locale: Locale): Promise<ImportPreview> {
    const { rows, unknownHeadings } = await readBy(actor, file);
    return this.database.read(actor, async (tx) => {
      const checked = await this.check(tx, rows);
      const bad = checked.filter(({ refused }) => refused.length > 0);
      await tx.audit({
        action: 'case.import-checked',
        objectKind: 'case-import',
        detail: { rows: rows.length, bad: bad.length },
      });
      const good = checked.filter(({ refused }) => refused.length === 0);
      return { rows: [...bad, ...good].map((row) => shown(row, locale)), bad: bad.length, unknownHeadings };
    });
  }

  /**
   * Refers every case of the file in the name of the actor, in one transaction: all of them or none. The same key again, also at the same
   * moment, answers what was done the first time. Throws `import/bad-rows` and `import/key-used`.
   */
  async run(actor: Actor, key: string, file: Readable | undefined): Promise<{ caseNos: string[] }> {
    const read = await readBy(actor, file);
    try {
      return await registeredOnce(() => this.database.write(actor, (tx) => this.carryOut(tx, key, read)));
    } catch (error) {
      if (!(error instanceof ConstraintViolation) || error.constraint !== ONE_IMPORT_PER_KEY) throw error;
      return this.database.write(actor, async (tx) => (await doneBefore(tx, key, read)) ?? keyUsed());
    }
  }

  private async carryOut(tx: Transaction, key: string, { rows, sha256 }: ImportFile): Promise<{ caseNos: string[] }> {
    const before = await doneBefore(tx, key, { sha256 });
    if (before) return before;
    const referrals = (await this.check(tx, rows)).flatMap(({ referral }) => referral ?? []);
    if (referrals.length < rows.length) throw new Problem('import/bad-rows', { count: rows.length - referrals.length });
    const caseNos: string[] = [];
    for (const referral of referrals) caseNos.push((await this.cases.register(tx, referral)).caseNo);
    const { hospitalId } = tx.actor;
    await tx.insert(CaseImport, {
      id: key,
      hospitalId,
      importedBy: personOf(tx.actor),
      importedAt: tx.now,
      sha256,
      caseNos,
    });
    await tx.audit({ action: 'case.imported', objectKind: 'case-import', objectId: key, after: { caseNos } });
    return { caseNos };
  }

  /** Every row by the rules of a referral, with what only the whole file and the register of patients know. */
  private async check(tx: Transaction, rows: ImportFile['rows']): Promise<CheckedRow[]> {
    const setting = await referralSetting(tx, tx.actor.hospitalId);
    const names = await namesFor(tx);
    const seen = new Set<string>();
    const checked: CheckedRow[] = [];
    for (const { row, cells } of rows) {
      const { referral, refused } = checkedAlone(cells, names, setting);
      const identityNo = folded(textOf(cells.identityNo)).toUpperCase();
      if (identityNo !== '' && seen.has(identityNo)) refused.push({ column: 'identityNo', code: 'duplicate' });
      seen.add(identityNo);
      const known = referral && (await this.patients.withNumber(tx, tx.actor.hospitalId, referral.patient.identityNo));
      if (referral && known && !known.isNamed(referral.patient.name))
        refused.push({ column: 'identityNo', code: 'identity-conflict' });
      checked.push({
        row,
        cells,
        refused: firstOfEachColumn(refused),
        isKnownPatient: known !== undefined,
        referral: refused.length === 0 ? referral : undefined,
      });
    }
    return checked;
  }
}

/** Reads the file for who may refer, before a transaction is begun for it. */
async function readBy(actor: Actor, file: Readable | undefined): Promise<ImportFile> {
  authorise(actor, 'case:refer', { hospitalId: actor.hospitalId });
  if (file === undefined) throw refuseFields({ field: 'file', code: 'required' });
  return readImport(file);
}

async function doneBefore(
  tx: Transaction,
  key: string,
  { sha256 }: Pick<ImportFile, 'sha256'>,
): Promise<{ caseNos: string[] } | undefined> {
  const done = await tx.maybeOne<{ caseNos: string[]; sha256: string }>(
    'SELECT case_nos AS "caseNos", sha256 FROM case_imports WHERE id = $1',
    [key],
  );
  if (!done) return undefined;
  if (done.sha256 !== sha256) keyUsed();
  await tx.audit({
    action: 'case.imported',
    objectKind: 'case-import',
    objectId: key,
    detail: { repeated: true, cases: done.caseNos.length },
  });
  return { caseNos: done.caseNos };
}

function keyUsed(): never {
  throw new Problem('import/key-used');
}

/** One row by itself: its cells, the schema of a referral, and what the hospital allows today. */
function checkedAlone(
  cells: Cells,
  names: ImportNames,
  setting: ReferralSetting,
): { referral: Referral | undefined; refused: RefusedCell[] } {
  const { referral, refused } = readRow(cells, names);
  const parsed = referralSchema.safeParse(withDepartments(referral, setting), { reportInput: true });
  const errors: readonly FieldRefusal[] = parsed.success
    ? refusedInSetting(parsed.data, setting)
    : (refusedBySchema(parsed.error).extras.errors ?? []);
  return {
    referral: parsed.success ? parsed.data : undefined,
    refused: [
      ...refused,
      ...errors.map(({ field, code, parameters }) => ({
        column: columnOf(field),
        code,
        ...(parameters && { parameters: parameters as Record<string, string | number> }),
      })),
    ],
  };
}

/** A row that names no departments gets those the rules of the centre propose, as the form of a referral does. */
function withDepartments(candidate: object, { today, departments, rules }: ReferralSetting): object {
  if ('departments' in candidate && candidate.departments !== undefined) return candidate;
  const { patient, clinical } = candidate as { patient: { birthDate?: string }; clinical: unknown };
  const parsed = clinicalRecord.safeParse(clinical);
  const { birthDate } = patient;
  // Without these nothing can be proposed, and the row is refused for them anyway.
  if (!parsed.success || birthDate === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(birthDate))
    return { ...candidate, departments: [PLACEHOLDER] };
  const proposed = proposedOf(basisOfRecord(parsed.data, yearsBetween(birthDate, today)), departments, rules);
  return {
    ...candidate,
    departments: proposed.map(({ departmentId, requirement }) => ({ departmentId, requirement, reason: '' })),
  };
}

/** Stands where departments cannot be proposed yet, so that they are not called missing beside what is. */
const PLACEHOLDER = { departmentId: '00000000-0000-7000-8000-000000000000', requirement: 'REQUIRED', reason: '' };

const firstOfEachColumn = (refused: readonly RefusedCell[]): RefusedCell[] =>
  refused.filter(({ column }, place) => refused.findIndex((one) => one.column === column) === place);

async function namesFor(tx: Transaction): Promise<ImportNames> {
  const departments = await tx.query<{ id: string; code: string; zh: string; en: string }>(
    'SELECT id, code, name_zh AS zh, name_en AS en FROM departments WHERE hospital_id = $1 AND retired_at IS NULL',
    [tx.actor.hospitalId],
  );
  return {
    structures: new Map(
      structures.flatMap(({ code, name }) =>
        [code, name.zh, name.en].map((written) => [folded(written), code] as const),
      ),
    ),
    departments: new Map(
      departments.flatMap(({ id, code, zh, en }) => [code, zh, en].map((name) => [folded(name), id] as const)),
    ),
  };
}

function shown({ row, cells, refused, isKnownPatient }: CheckedRow, locale: Locale): ImportRow {
  const language = locale === 'zh-CN' ? 'zh' : 'en';
  return {
    row,
    cells: Object.fromEntries(
      importColumns.schema.options.map((column) => [column, textOf(cells[column])]).filter(([, text]) => text !== ''),
    ) as ImportRow['cells'],
    problems: refused.map(({ column, code, parameters = {} }) => ({
      column,
      message: fill(fieldProblems[code][language], parameters),
    })),
    isKnownPatient,
  };
}
