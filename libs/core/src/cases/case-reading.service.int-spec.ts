import { acceptedCase, referredCase, refusal, testWorld, type TestWorld } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may } from '../access/index.js';
import { caseFacts, factsForPolicy, type CaseFacts } from './case-facts.js';
import { CaseReadingService } from './case-reading.service.js';
import { OpinionsService } from './opinions.service.js';

let world: TestWorld;
let reading: CaseReadingService;
/** In the order in which something is due: urgent triage, triage, opinions in two days. */
let urgent: string;
let referred: string;
let accepted: string;
let ownedByChair: string;

beforeAll(async () => {
  world = await testWorld();
  reading = world.get(CaseReadingService);
  accepted = (await acceptedCase(world, { ordinal: 40, required: ['urology', 'pathology'], optional: ['icu'] })).caseNo;
  referred = await referredCase(world, { ordinal: 41, required: ['urology'] });
  urgent = await referredCase(world, { ordinal: 42, required: ['pathology'], urgency: 'URGENT' });
  ownedByChair = await referredCase(world, { ordinal: 43, required: ['icu'], owner: 'chair' });
});
afterAll(() => world.close());

const list = async (account: string, query: Partial<Parameters<CaseReadingService['list']>[1]> = {}) =>
  reading.list(await world.actor(account), { limit: 50, ...query });
const numbers = async (account: string, query: Parameters<typeof list>[1] = {}) =>
  (await list(account, query)).items.map(({ caseNo }) => caseNo);

describe('the list of cases', () => {
  it('shows the most urgent due time first, with what is known of each case', async () => {
    expect(await numbers('coordinator')).toEqual([urgent, ownedByChair, referred, accepted]);
    const pathology = await world.departmentId('pathology');
    await world.get(OpinionsService).submit(await world.actor('pathology-1'), accepted, pathology, {
      version: 0,
      stance: 'support',
      text: '同意',
      needs: '',
      answers: [],
    });
    const { items } = await list('coordinator', { state: 'PREPARING' });
    expect(items).toMatchObject([
      {
        caseNo: accepted,
        maskedName: '张**',
        ownerName: '江听澜',
        opinionsGiven: 1,
        opinionsOwed: 3,
        nextDueAt: '2026-11-20T01:00:00.000Z',
        sessionStartsAt: null,
      },
    ]);
  });

  it.each(['coordinator', 'chair', 'urology-1', 'urology-2', 'pathology-1', 'icu-1', 'bone-1', 'director'])(
    'holds for %s exactly the cases the policy lets them open',
    async (account) => {
      const actor = await world.actor(account);
      const readable = await world.database.read(await world.actor('coordinator'), async (tx) => {
        const cases = [urgent, ownedByChair, referred, accepted];
        const facts: CaseFacts[] = [];
        for (const caseNo of cases) facts.push(await caseFacts(tx, caseNo));
        return facts.filter((each) => may(actor, 'case:read', factsForPolicy(each))).map(({ caseNo }) => caseNo);
      });
      expect((await numbers(account)).toSorted()).toEqual(readable.toSorted());
    },
  );

  it('is refused to who works with no cases', async () => {
    for (const account of ['administrator', 'auditor', 'beichen-expert'])
      expect((await refusal(list(account))).code).toBe('access/denied');
  });

  it('comes page by page without a gap or a repetition', async () => {
    const whole = await numbers('coordinator');
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list('coordinator', { limit: 1, ...(cursor ? { cursor } : {}) });
      pages.push(...page.items.map(({ caseNo }) => caseNo));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && pages.length <= whole.length);
    expect(pages).toEqual(whole);
  });

  it("holds a person's own cases on request", async () => {
    expect(await numbers('chair', { owner: 'me' })).toEqual([ownedByChair]);
  });

  it('refuses a state that is none and a place it did not give', async () => {
    expect((await refusal(list('coordinator', { state: 'TRIAGE,LOST' }))).extras.errors).toEqual([
      { field: 'state', code: 'unknown' },
    ]);
    expect((await refusal(list('coordinator', { cursor: 'x' }))).extras.errors).toEqual([
      { field: 'cursor', code: 'invalid' },
    ]);
  });
});
