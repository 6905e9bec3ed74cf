import { readinessMatrix, type CaseView } from '@consilium/contracts';
import { acceptedCase, caseInTriage, refusal, scheduledSession, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TriageService } from '../cases/index.js';
import { AgendaService } from '../consult-sessions/index.js';
import { ReadinessMatrixService } from './readiness-matrix.service.js';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const matrixOf = async (account: string, period: { from?: string; to?: string } = {}) =>
  world.get(ReadinessMatrixService).read(await world.actor(account), period);

/** A case whose opinions are due an hour before those of another. */
async function acceptedBefore(other: CaseView): Promise<CaseView> {
  const triaged = await caseInTriage(world, { ordinal: 501, required: ['urology', 'pathology'] });
  return world.get(TriageService).accept(await world.actor('coordinator'), triaged.caseNo, {
    version: triaged.version,
    opinionDueAt: new Date(Date.parse(other.round.opinionDueAt ?? '') - 3_600_000).toISOString(),
    blind: false,
  });
}

describe('the readiness matrix', () => {
  it('holds each case being prepared once, by session and then by what is due first, and no case in triage', async () => {
    const later = await acceptedCase(world, { ordinal: 502, required: ['urology', 'icu'] });
    const late = await acceptedBefore(later);
    const scheduled = await acceptedCase(world, { ordinal: 503, required: ['urology'] });
    const triaged = await caseInTriage(world, { ordinal: 504 });
    const session = await scheduledSession(world);
    await world.get(AgendaService).addCase(await world.actor('coordinator'), session.id, {
      version: session.version,
      caseNo: scheduled.caseNo,
      minutes: 20,
      shareWithHospitalIds: [],
    });

    const matrix = await matrixOf('coordinator');
    expect(readinessMatrix.parse(matrix)).toEqual(matrix);
    expect(matrix.cases.map(({ caseNo }) => caseNo)).toEqual([scheduled.caseNo, late.caseNo, later.caseNo]);
    expect(matrix.cases.map(({ caseNo }) => caseNo)).not.toContain(triaged.caseNo);
    expect(matrix.sessions.map(({ id }) => id)).toEqual([session.id]);
    expect(matrix.cases[1]?.dots.map(({ state }) => state)).toEqual(['OWED', 'OWED']);
    expect(matrix.isCut).toBe(false);
  });

  it('leaves out sessions of other days, but never a case without a session', async () => {
    const here = (await matrixOf('chair', { from: '2026-11-19', to: '2026-11-19' })).cases;
    const elsewhere = (await matrixOf('chair', { from: '2026-12-01' })).cases;
    expect(here).toHaveLength(3);
    expect(elsewhere.map(({ session }) => session)).toEqual([null, null]);
  });

  it('is not for a department alone', async () => {
    expect((await refusal(matrixOf('urology-1'))).code).toBe('access/denied');
  });
});
