import type { ManagedDepartments, ManagedHospitals, ManagedPartnerships, ShareLine } from '@consilium/contracts';
import { acceptedCase, recordedConsent, scheduledSession, dayFrom } from '@consilium/testing';
import { AgendaService, CaseReadingService, RemotePortalService } from '@consilium/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';
import { namedEndpoints, Witness } from '../testing/witness.js';

type Browser = Awaited<ReturnType<ApiWorld['as']>>;

const AREA = '/api/organisation';
let api: ApiWorld;
let witness: Witness;
let administrator: Browser;

beforeAll(async () => {
  api = await apiWorld();
  witness = new Witness(api);
  administrator = await api.as('administrator');
}, 60_000);
afterAll(() => api.close());

const actionsOf = (name: string) => (witness.seen.get(name) ?? []).map(({ action }) => action);
/** The last of a list: what was just added. */
function newest<Item>(items: readonly Item[]): Item {
  const last = items.at(-1);
  if (last === undefined) throw new Error('the list is empty');
  return last;
}

describe('everything that changes the organisation leaves its line', () => {
  const name = { zh: '示例', en: 'Example' };

  it('of hospitals, campuses and rooms', async () => {
    const hospital = { code: 'sample-hospital', name, shortName: name, province: '云南' };
    const read = () => witness.done<ManagedHospitals>('hospitals.list', administrator.get(`${AREA}/hospitals`));
    await read();
    await witness.done('hospitals.add', administrator.post(`${AREA}/hospitals`).send(hospital));
    const added = async () => {
      const found = (await read()).items.find(({ code }) => code === hospital.code);
      if (!found) throw new Error('the hospital is not there');
      return found;
    };
    const { id, version } = await added();
    await witness.done(
      'hospitals.change',
      administrator.put(`${AREA}/hospitals/${id}`).send({ ...hospital, province: '贵州', version }),
    );
    const campus = { name, timeZone: 'Asia/Urumqi', isDefault: true };
    await witness.done('hospitals.addCampus', administrator.post(`${AREA}/hospitals/${id}/campuses`).send(campus));
    const placed = newest((await added()).campuses);
    await witness.done(
      'hospitals.changeCampus',
      administrator
        .put(`${AREA}/campuses/${placed.id}`)
        .send({ ...campus, timeZone: 'Asia/Shanghai', version: placed.version }),
    );
    await witness.done(
      'hospitals.addRoom',
      administrator.post(`${AREA}/campuses/${placed.id}/rooms`).send({ kind: 'MEETING_ROOM', name }),
    );
    const room = async () => newest(newest((await added()).campuses).rooms);
    const roomPath = `${AREA}/rooms/${(await room()).id}`;
    await witness.done(
      'hospitals.renameRoom',
      administrator.put(roomPath).send({ name: { zh: '会议室', en: 'Room' }, version: (await room()).version }),
    );
    await witness.done(
      'hospitals.retireRoom',
      administrator.post(`${roomPath}/retire`).send({ version: (await room()).version, futureBookings: 0 }),
    );
    await witness.done(
      'hospitals.bringBackRoom',
      administrator.post(`${roomPath}/bring-back`).send({ version: (await room()).version }),
    );
    expect(actionsOf('hospitals.bringBackRoom')).not.toEqual([]);
  });

  it('of departments and the roster of the centre', async () => {
    const read = () => witness.done<ManagedDepartments>('departments.list', administrator.get(`${AREA}/departments`));
    const { campuses } = await read();
    const plan = {
      code: 'sample-department',
      name,
      label: '示',
      aliases: ['示例门诊'],
      kind: newest((await read()).items).kind,
      campusIds: [newest(campuses).id],
    };
    await witness.done('departments.add', administrator.post(`${AREA}/departments`).send(plan));
    const added = async () => {
      const found = (await read()).items.find(({ code }) => code === plan.code);
      if (!found) throw new Error('the department is not there');
      return found;
    };
    const path = `${AREA}/departments/${(await added()).id}`;
    await witness.done(
      'departments.change',
      administrator.put(path).send({ ...plan, aliases: [], version: (await added()).version }),
    );
    const use = await witness.done<object>('departments.use', administrator.get(`${path}/use`));
    await witness.done(
      'departments.retire',
      administrator.post(`${path}/retire`).send({ ...use, version: (await added()).version }),
    );
    await witness.done(
      'departments.bringBack',
      administrator.post(`${path}/bring-back`).send({ version: (await added()).version }),
    );
    const { centre } = await read();
    await witness.done(
      'departments.renameCentre',
      administrator.put(`${AREA}/centre`).send({ name, version: centre.version }),
    );
    const { version, roster } = (await read()).centre;
    await witness.done(
      'departments.setRoster',
      administrator.put(`${AREA}/centre/roster`).send({ version, roster: roster.toReversed() }),
    );
    expect(actionsOf('departments.setRoster')).not.toEqual([]);
  });

  it('of agreements with other hospitals', async () => {
    const read = () =>
      witness.done<ManagedPartnerships>('partnerships.list', administrator.get(`${AREA}/partnerships`));
    const today = api.world.clock.now().toISOString().slice(0, 10);
    const plan = {
      hospitalId: newest((await read()).hospitals).id,
      agreementNo: 'YL-SAMPLE-09',
      scopes: ['LINKED_MDT'],
      validFrom: today,
      validTo: dayFrom(today, 90),
    };
    await witness.done('partnerships.add', administrator.post(`${AREA}/partnerships`).send(plan));
    const added = async () => {
      const found = (await read()).items.find(({ agreementNo }) => agreementNo === plan.agreementNo);
      if (!found) throw new Error('the agreement is not there');
      return found;
    };
    const { id, version } = await added();
    const { hospitalId: _, ...changed } = plan;
    await witness.done(
      'partnerships.change',
      administrator.put(`${AREA}/partnerships/${id}`).send({ ...changed, validTo: dayFrom(today, 60), version }),
    );
    await witness.done(
      'partnerships.end',
      administrator
        .post(`${AREA}/partnerships/${id}/end`)
        .send({ version: (await added()).version, sharesInForce: 0, reason: '协议不再续签' }),
    );
    expect(actionsOf('partnerships.end')).not.toEqual([]);
  });
});

describe('everything about what other hospitals receive leaves its line', () => {
  it('of lists, changes, exports and what was received', async () => {
    const coordinator = await api.as('coordinator');
    const actor = await api.world.actor('coordinator');
    const { caseNo } = await acceptedCase(api.world, { ordinal: 75, required: ['urology'] });
    await recordedConsent(api.world, caseNo);
    const session = await scheduledSession(api.world, { linked: ['beichen'], inHours: 60 });
    const seen = await api.world.get(AgendaService).addCase(actor, session.id, {
      version: session.version,
      caseNo,
      minutes: 20,
      shareWithHospitalIds: [await api.world.hospitalId('beichen')],
    });
    const px = seen.agenda[0]?.sharedWith[0]?.pxCode ?? '';
    await api.world.get(RemotePortalService).readCase(await api.world.actor('beichen-expert'), px);

    const { items } = await witness.done<{ items: ShareLine[] }>('shares.list', coordinator.get('/api/shares'));
    await witness.done('shares.sessions', coordinator.get('/api/shares/sessions'));
    const share = newest(items);
    await witness.done(
      'shares.change',
      coordinator
        .put(`/api/shares/${share.id}`)
        .send({ version: share.version, sections: ['SUMMARY', 'QUESTIONS'], expiresAt: share.expiresAt }),
    );
    const disclosures = await witness.done<{ items: { id: string }[] }>(
      'shares.disclosures',
      coordinator.get('/api/disclosures'),
    );
    await witness.done('shares.disclosed', coordinator.get(`/api/disclosures/${newest(disclosures.items).id}`));
    await witness.done(
      'shares.exportLines',
      coordinator.post('/api/shares/exports').send({ reason: '年度核查', which: 'disclosures', filters: {} }),
    );
    const { version } = await api.world.get(CaseReadingService).read(actor, caseNo);
    await witness.done(
      'cases.withdrawConsent',
      coordinator.post(`/api/cases/${caseNo}/consent/withdraw`).send({ version, reason: '患者撤回' }),
    );
    expect(actionsOf('cases.withdrawConsent')).toContain('share.ended');
  });
});

/** What shows counts and names of the organisation and changes nothing. */
const LEAVES_NO_LINE = new Set([
  'hospitals.list',
  'departments.list',
  'departments.use',
  'partnerships.list',
  'shares.sessions',
]);

it('is tried for every endpoint of these areas', () => {
  const areas = [...namedEndpoints.keys()].filter((name) =>
    /^(hospitals|departments|partnerships|shares)\./.test(name),
  );
  expect(areas.filter((name) => !witness.seen.has(name))).toEqual([]);
  expect(areas.filter((name) => actionsOf(name).length === 0 && !LEAVES_NO_LINE.has(name))).toEqual([]);
});
