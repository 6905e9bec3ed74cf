import type { RecordSection } from '@consilium/contracts';
import { acceptedCase, PASSWORD, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.js';
import { CaseReadingService } from '../cases/index.js';
import { EmergencyOpeningService } from '../emergency-access/index.js';
import { RecordReadingService } from './record-reading.service.js';
import { RecordWritingService } from './record-writing.service.js';

const DAY = '2026-11-17';
const id = (ordinal: number) => `00000000-0000-7000-8000-${String(ordinal).padStart(12, '0')}`;

let world: TestWorld;
let reading: RecordReadingService;
let writing: RecordWritingService;
let owner: Actor;
let colleague: Actor;
let pathologist: Actor;
let coordinator: Actor;
let caseNo: string;

beforeAll(async () => {
  world = await testWorld();
  reading = world.get(RecordReadingService);
  writing = world.get(RecordWritingService);
  [owner, colleague, pathologist, coordinator] = (await Promise.all(
    ['urology-2', 'urology-1', 'pathology-1', 'coordinator'].map((account) => world.actor(account)),
  )) as [Actor, Actor, Actor, Actor];
  ({ caseNo } = await acceptedCase(world, { ordinal: 401, required: ['urology', 'pathology'] }));
});
afterAll(() => world.close());

const change = (revision: number, content: object, more: object = {}) => ({
  revision,
  observedOn: DAY,
  source: 'OWN' as const,
  sourceNote: '',
  reason: '',
  content: content as Record<string, unknown>,
  ...more,
});
const write = (actor: Actor, section: RecordSection, revision: number, content: object, more: object = {}) =>
  writing.write(actor, caseNo, section, change(revision, content, more));
const fieldsOf = async (act: Promise<unknown>) => (await refusal(act)).extras.errors;
const codeOf = async (act: Promise<unknown>) => (await refusal(act)).code;
const mri = (more: object = {}) => ({
  id: id(1),
  modality: '盆腔增强 MRI',
  examinedOn: '2026-11-16',
  finding: '肿块紧贴膀胱',
  ...more,
});

describe('a clinical record', () => {
  it('begins with what the referral says, each part with its day, source and author', async () => {
    const { sections } = await reading.read(owner, caseNo);
    const { clinical, availableActions } = await world.get(CaseReadingService).read(owner, caseNo);
    expect(sections.diagnosis).toMatchObject({
      revision: 1,
      source: 'REFERRAL',
      author: owner.name,
      recordedAt: world.clock.now().toISOString(),
      content: { text: clinical.diagnosis, icd10Code: clinical.icd10Code, additional: [] },
    });
    expect(sections.summary?.content.text).toBe(clinical.summary);
    expect(sections.imaging?.content.entries.map(({ finding }) => finding)).toEqual(
      clinical.imaging.map(({ finding }) => finding),
    );
    expect(sections.imaging?.observedOn).toBe(
      clinical.imaging
        .map(({ examinedOn }) => examinedOn)
        .toSorted()
        .at(-1),
    );
    expect([sections.staging, sections.laboratory, sections.outcome]).toEqual([null, null, null]);
    expect(availableActions).toContain('write-record');
  });

  it('is written by the owner, the departments taking part and the coordinator, and read by all who read the case', async () => {
    await write(owner, 'wishes', 1, { text: '希望保留膀胱' });
    await write(pathologist, 'wishes', 2, { text: '希望保留膀胱与性功能' }, { source: 'PATIENT', reason: '家属补充' });
    const seen = await write(coordinator, 'wishes', 3, { text: '可接受造口' });
    expect(seen.sections.wishes).toMatchObject({ revision: 4, author: coordinator.name, source: 'OWN' });
    expect(seen.writable).toContain('wishes');
    const director = await world.actor('director');
    expect((await reading.read(director, caseNo)).writable).toEqual([]);
    expect(await codeOf(writing.write(director, caseNo, 'wishes', change(4, { text: '改' })))).toBe('access/denied');
    const stranger = await world.actor('cardiology-1');
    expect(await codeOf(reading.read(stranger, caseNo))).toBe('object/not-found');
    expect(await codeOf(reading.history(stranger, caseNo, 'wishes'))).toBe('object/not-found');
  });

  it('keeps every writing of a part with who, when, from where and why', async () => {
    const { items } = await reading.history(owner, caseNo, 'wishes');
    expect(items.map(({ revision, author, source, reason }) => [revision, author, source, reason]).slice(0, 3)).toEqual(
      [
        [4, coordinator.name, 'OWN', ''],
        [3, pathologist.name, 'PATIENT', '家属补充'],
        [2, owner.name, 'OWN', ''],
      ],
    );
    expect(items[1]?.content).toEqual({ text: '希望保留膀胱与性功能' });
    expect(items).toHaveLength(4);
  });

  it('shows one of two people who write the same part the conflict, and overwrites nothing', async () => {
    const written = await Promise.allSettled(
      [owner, colleague].map((actor) => write(actor, 'summary', 1, { text: `由${actor.name}改写` })),
    );
    const [done] = written.filter((one) => one.status === 'fulfilled');
    const [refused] = written.filter((one) => one.status === 'rejected');
    const kept = done?.value.sections.summary;
    expect(refused?.reason).toMatchObject({
      code: 'object/stale',
      parameters: { who: kept?.author, at: kept?.recordedAt },
      extras: { currentVersion: 2 },
    });
    expect((await reading.read(owner, caseNo)).sections.summary).toEqual(kept);
    // Another part is another matter.
    await write(colleague, 'presentation', 1, { presentation: 'LOCAL_RECURRENCE', recurrenceNumber: 2 });
    expect(await codeOf(write(owner, 'outcome', 1, {}))).toBe('object/stale');
  });

  it('says the same in lists and on the page of the case, in one step', async () => {
    const content = {
      text: '膀胱癌术后盆腔复发',
      icd10Code: 'C67.4',
      icd10Edition: '国家临床版 2.0',
      additional: [{ code: 'N13.1', edition: '国家临床版 2.0', text: '左肾积水' }],
      morphologyCode: '8120/3',
    };
    const { sections } = await write(owner, 'diagnosis', 1, content);
    expect(sections.diagnosis?.content).toMatchObject(content);
    await write(owner, 'status', 1, { ecog: 2, asa: 'III', nrs2002: 4, comorbidities: ['糖尿病'] });
    const { clinical } = await world.get(CaseReadingService).read(owner, caseNo);
    expect(clinical).toMatchObject({
      diagnosis: content.text,
      icd10Code: 'C67.4',
      ecog: 2,
      comorbidities: ['糖尿病'],
      recurrenceNumber: 2,
    });
    const [card] = await world.rows<{ card: { diagnosis: string } }>(
      `SELECT b.card FROM board_cards b JOIN cases c ON c.id = b.case_id WHERE c.case_no = $1 LIMIT 1`,
      [caseNo],
    );
    expect(card?.card.diagnosis).toBe(content.text);
  });

  it('judges the risk anew from the forms of imaging and structures', async () => {
    await write(owner, 'structures', 1, { entries: [{ code: 'bladder', involvement: 'ABUT' }] });
    const riskOf = async () => {
      const { risk, riskReasons } = await world.get(CaseReadingService).read(owner, caseNo);
      return [risk, ...riskReasons.map(({ rule }) => rule)];
    };
    await write(owner, 'imaging', 1, { entries: [mri()] });
    expect(await riskOf()).toEqual(['MODERATE', 'no-high-risk-factor']);
    const entries = [mri({ sizeMm: [120, 100, 90], organs: [{ code: 'sacrum-upper', involvement: 'INVADE' }] })];
    await write(owner, 'imaging', 2, { entries });
    expect(await riskOf()).toEqual(['EXTREME', 'bleeding-site', 'large-volume']);
    await write(owner, 'imaging', 3, { entries: [mri()] });
    expect(await riskOf()).toEqual(['MODERATE', 'no-high-risk-factor']);
  });

  it('derives the group of a stage by the edition it was assessed by, beside what a doctor says', async () => {
    const components = { T: 'T4b', N: 'N2b', M: 'M0' };
    const entry = { system: 'AJCC_COLORECTAL', prefix: 'c', assessedOn: DAY, components };
    const override = { group: 'IVA', reason: '侧方淋巴结按远处转移处理' };
    const { sections } = await write(owner, 'staging', 0, {
      entries: [
        { ...entry, id: id(1), edition: '8', derivedGroup: 'I', override },
        { ...entry, id: id(2), edition: '9' },
        { ...entry, id: id(3), system: 'OTHER', components: {}, text: 'Masaoka II' },
      ],
    });
    expect(sections.staging?.content.entries.map((one) => [one.derivedGroup, one.override])).toEqual([
      ['IIIC', override],
      [null, null],
      [null, null],
    ]);
  });

  it('refuses what its form, its day and the catalogue do not allow, at the field', async () => {
    expect(
      await fieldsOf(
        write(owner, 'imaging', 4, {
          entries: [{ ...mri(), finding: '', emvi: 5 }],
        }),
      ),
    ).toEqual([
      expect.objectContaining({ field: 'content.entries.0.finding', code: 'required' }),
      expect.objectContaining({ field: 'content.entries.0.emvi', code: 'too-big' }),
    ]);
    expect(
      await fieldsOf(
        write(
          owner,
          'imaging',
          4,
          { entries: [mri({ examinedOn: '2026-12-30', organs: [{ code: 'nowhere', involvement: 'FREE' }] })] },
          { observedOn: '2026-12-31' },
        ),
      ),
    ).toEqual([
      { field: 'content.entries.0.examinedOn', code: 'in-the-future' },
      { field: 'content.entries.0.organs.0.code', code: 'unknown' },
      { field: 'observedOn', code: 'in-the-future' },
    ]);
    expect((await reading.read(owner, caseNo)).sections.imaging?.revision).toBe(4);
  });

  it('is not written once the case is rejected, and only what became of the patient once it is closed', async () => {
    const ended = (state: string) => world.rows('UPDATE cases SET state = $2 WHERE case_no = $1', [caseNo, state]);
    await ended('REJECTED');
    expect((await reading.read(owner, caseNo)).writable).toEqual([]);
    expect(await codeOf(write(owner, 'wishes', 4, { text: '改' }))).toBe('case/wrong-state');
    await ended('CLOSED');
    expect((await reading.read(owner, caseNo)).writable).toEqual(['outcome', 'follow-up']);
    expect(await codeOf(write(owner, 'wishes', 4, { text: '改' }))).toBe('case/wrong-state');
    await write(owner, 'outcome', 0, { operatedOn: '2026-11-01', bloodLossMl: 800, marginClass: 'R0' });
    await ended('PREPARING');
  });

  it('is read in an emergency and not written, each opening under the emergency', async () => {
    const doctor = await world.actor('cardiology-1');
    await world.get(EmergencyOpeningService).open(doctor, caseNo, {
      reasonKind: 'RESCUE',
      reason: '夜间大出血，急诊抢救',
      password: PASSWORD,
    });
    expect((await reading.read(doctor, caseNo)).sections.wishes?.content.text).toBe('可接受造口');
    expect(await codeOf(write(doctor, 'wishes', 4, { text: '改' }))).toBe('access/denied');
    const [line] = await world.rows<{ detail: object }>(
      `SELECT detail FROM audit_events WHERE action = 'record.opened' AND actor_id = $1 AND outcome = 'DONE'`,
      [doctor.personId],
    );
    expect(line?.detail).toHaveProperty('emergencyAccessId');
  });

  it('leaves none of its words in the audit log', async () => {
    const lines = await world.rows<{ text: string; detail: object }>(
      `SELECT e::text AS text, detail FROM audit_events e WHERE action LIKE 'record.%'`,
    );
    expect(lines.map(({ detail }) => detail)).toContainEqual({ section: 'imaging', revision: 3, source: 'OWN' });
    for (const words of ['可接受造口', '膀胱癌术后盆腔复发', 'C67.4', '家属补充'])
      expect(lines.filter(({ text }) => text.includes(words))).toEqual([]);
  });
});
