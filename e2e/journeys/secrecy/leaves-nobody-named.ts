import { caseEndpoints } from '@consilium/contracts';
import { IdentitySeal, readConfig, type SealedIdentity } from '@consilium/core';
import { waitFor } from '@consilium/launcher';
import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { trafficOf, type Application } from '../../harness/index.js';
import { House } from '../steps/caller.js';
import { Cast } from '../steps/cast.js';
import { accepted, referralOf } from '../steps/prepared.js';
import { Records } from '../steps/records.js';
import { ToldCase, type Parts } from '../steps/told-case.js';
import { said } from '../steps/words.js';
import { IdentitySearch, type Finding } from './identity-search.js';
import { placesOf } from './places.js';

/** What was looked through, and what was found there. */
export interface SearchedPlace {
  name: string;
  items: number;
  characters: number;
  findings: Finding[];
}

const PATIENCE_MS = 180_000;
const DAY_MS = 86_400_000;
const oneMore: Parts = {
  key: '002',
  locale: 'zh-CN',
  ordinal: 61,
  surgeon: 'urology-1',
  hospital: 'beichen',
  expert: 'beichen-expert',
  writer: 'urology-2',
  writesFor: 'urology',
  watcher: 'bone-1',
  dissents: 'urology',
};

/**
 * The last test of every file that runs a house: nothing that its people, programs and servers wrote, sent and said names any of its patients.
 * The programs are ended for it, so that their last words are searched as well.
 */
export function leavesNobodyNamed(house: () => { application: Application; browser: Browser }): void {
  describe('The house, after all of this,', () => {
    it(
      'names no patient in any log, job, key, mail, notification, audit line, address, socket, error or file',
      async () => {
        const { application, browser } = house();
        await hearsOfOneMore(application);
        await exportsAuditLog(browser, application.url);
        await application.api.stop();
        await application.worker.stop();
        await application.mailCatcher.stop();
        const { patients, places } = await searchHouse(application);
        console.log(report(patients, places));
        expect(patients, 'patients in the house').toBeGreaterThan(10);
        for (const { name, items } of places) expect(items, `something is searched: ${name}`).toBeGreaterThan(0);
        expect(places.filter(({ findings }) => findings.length > 0)).toEqual([]);
      },
      PATIENCE_MS,
    );
  });
}

/**
 * One more patient is referred, first with a number that is refused, and a department is asked for its opinion: so jobs have run, mail has gone out
 * and an error was answered in every house.
 */
export async function hearsOfOneMore(application: Application): Promise<ToldCase> {
  const house = new House(application.url);
  const told = new ToldCase(oneMore);
  const referral = await referralOf(house, told);
  const mistyped = `${referral.patient.identityNo}0`;
  const surgeon = await house.as(oneMore.surgeon);
  const { status } = await surgeon.refused(caseEndpoints.refer, {
    body: { ...referral, patient: { ...referral.patient, identityNo: mistyped } },
  });
  expect(status).toBe(422);
  await accepted(house, told, new Date(Date.now() + DAY_MS));
  const records = await new Records(application.databaseUrl).open();
  const arrived = await waitFor(
    async () => (await records.count('caught_mails WHERE subject LIKE $1', [`%${told.caseNo}%`])) > 0,
    { timeoutMs: 30_000 },
  );
  await records.close();
  if (!arrived) throw new Error('no mail arrived of the case that was referred');
  return told;
}

/** Looks for all patients of a house in all its places. */
export async function searchHouse(application: Application): Promise<{ patients: number; places: SearchedPlace[] }> {
  const records = await new Records(application.databaseUrl).open();
  try {
    const patients = await patientsOf(application, records);
    const search = new IdentitySearch(patients);
    const places = await placesOf(application, records);
    return {
      patients: patients.length,
      places: places.map(({ name, items }) => {
        const text = items.join('\n');
        return { name, items: items.length, characters: text.length, findings: search.findIn(text).slice(0, 20) };
      }),
    };
  } finally {
    await records.close();
  }
}

/** Every patient the house has registered, by the key it seals them with. */
async function patientsOf(application: Application, records: Records): Promise<SealedIdentity[]> {
  const seal = new IdentitySeal(readConfig(application.environment));
  const rows = await records.rows<{ id: string; sealed: Buffer; keyId: string }>(
    'SELECT patient_id AS id, sealed, key_id AS "keyId" FROM patient_identities',
  );
  return rows.map(({ id, sealed, keyId }) => seal.open(id, sealed, keyId));
}

/** The one file the product lets out so far: the audit log, here with every line of the run. */
export async function exportsAuditLog(browser: Browser, url: string): Promise<void> {
  const cast = new Cast(browser, url, 'zh-CN');
  const auditor = await cast.screenOf('auditor');
  await auditor.go('/audit');
  await auditor.button(said('导出', 'Export')).click();
  const dialog = auditor.dialog();
  await auditor.fill(said('理由', 'Reason'), '核查日志中不含患者身份', dialog);
  const saved = auditor.page.waitForEvent('download');
  await auditor.button(said('导出 CSV', 'Export CSV'), dialog).click();
  await saved;
  await trafficOf(url).settled();
  await cast.leave();
}

function report(patients: number, places: readonly SearchedPlace[]): string {
  const lines = places.map(
    ({ name, items, characters }) =>
      `  ${name.padEnd(26)}${String(items).padStart(8)} entries${characters.toLocaleString('en').padStart(14)} characters`,
  );
  return [`Searched for ${patients} patients by name, numbers, phone and date of birth:`, ...lines].join('\n');
}
