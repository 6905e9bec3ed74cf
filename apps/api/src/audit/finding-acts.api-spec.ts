import type { PatientComparison, PatientMerge, SavedFilter } from '@consilium/contracts';
import { referralOf } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';
import { namedEndpoints, Witness } from '../testing/witness.js';

type Browser = Awaited<ReturnType<ApiWorld['as']>>;

let api: ApiWorld;
let witness: Witness;
let coordinator: Browser;
let surgeon: Browser;

beforeAll(async () => {
  api = await apiWorld();
  witness = new Witness(api);
  coordinator = await api.as('coordinator');
  surgeon = await api.as('urology-2');
}, 60_000);
afterAll(() => api.close());

const LEAVES_NO_LINE = ['find.savedFilters'];
const actionsOf = (name: string) => (witness.seen.get(name) ?? []).map(({ action }) => action);

async function refer(ordinal: number): Promise<string> {
  const { body } = await surgeon
    .post('/api/cases')
    .send(await referralOf(api.world, '002', ordinal))
    .expect(201);
  return (body as { caseNo: string }).caseNo;
}

describe('finding cases and patients leaves its lines', () => {
  it('of a search, with another one where it found somebody by name', async () => {
    await refer(81);
    const { patient } = await referralOf(api.world, '002', 81);
    await witness.done('find.search', coordinator.post('/api/case-searches').send({ q: '直肠' }));
    expect(actionsOf('find.search')).toEqual(['case.searched']);
    const { items } = await witness.done<{ items: object[] }>(
      'find.search',
      coordinator.post('/api/case-searches').send({ q: patient.name, filters: { order: 'newest' } }),
    );
    expect(items).toHaveLength(1);
    expect(actionsOf('find.search')).toEqual(['case.searched', 'search.identity', 'case.searched']);
    const log = await api.world.rows<{ text: string }>('SELECT e::text AS text FROM audit_events e');
    expect(log.filter(({ text }) => text.includes(patient.name))).toEqual([]);
  });

  it('of filters kept, changed and given up', async () => {
    const filter = { name: '我的逾期', filters: { mine: true, overdue: true }, isDefault: true };
    const path = '/api/saved-filters';
    const kept = await witness.done<SavedFilter>('find.saveFilter', surgeon.post(path).send(filter));
    await witness.done('find.savedFilters', surgeon.get(path));
    await witness.done(
      'find.changeFilter',
      surgeon.put(`${path}/${kept.id}`).send({ ...filter, version: kept.version }),
    );
    await witness.done('find.removeFilter', surgeon.delete(`${path}/${kept.id}`));
    expect(actionsOf('find.changeFilter')).toEqual(['saved-filter.changed']);
  });

  it('of a patient looked for, and of two records compared, joined and parted', async () => {
    const [keep, join] = [await refer(82), await refer(83)];
    const { name, birthDate } = (await referralOf(api.world, '002', 82)).patient;
    await witness.done('patients.match', surgeon.post('/api/patients/match').send({ name, birthDate }));
    const { joined, conflicts } = await witness.done<PatientComparison>(
      'patients.compare',
      coordinator.post('/api/patients/compare').send({ keep, join }),
    );
    expect(actionsOf('patients.compare')).toEqual(['patient.compared', 'patient.compared']);
    const { id } = await witness.done<PatientMerge>(
      'patients.merge',
      coordinator.post('/api/patient-merges').send({
        keep,
        join,
        reason: '同一患者两次登记',
        confirmed: conflicts,
        seenCaseNos: joined.cases.map(({ caseNo }) => caseNo),
      }),
    );
    await witness.done('patients.merges', coordinator.get('/api/patient-merges'));
    await witness.done(
      'patients.undoMerge',
      coordinator.post(`/api/patient-merges/${id}/undo`).send({ reason: '并非同一人' }),
    );
    expect(actionsOf('patients.undoMerge')).toEqual(['patient.parted']);
  });

  it('is tried for every endpoint of these areas', () => {
    const areas = [...namedEndpoints.keys()].filter((name) => /^(find|patients)\./.test(name));
    expect(areas.filter((name) => actionsOf(name).length === 0 && !LEAVES_NO_LINE.includes(name))).toEqual([]);
  });
});
