import type { ManagedHospital } from '@consilium/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';

type Browser = Awaited<ReturnType<ApiWorld['as']>>;

let api: ApiWorld;
let administrator: Browser;

beforeAll(async () => {
  api = await apiWorld();
  administrator = await api.as('administrator');
}, 60_000);
afterAll(() => api.close());

async function host(): Promise<ManagedHospital> {
  const { body } = await administrator.get('/api/organisation/hospitals').expect(200);
  return body.items[0];
}

describe('keeping the organisation over HTTP', () => {
  it('refuses a zone nobody knows, an empty name and a code with spaces, each at its field', async () => {
    const { id, campuses } = await host();
    const campus = { name: { zh: '新院区', en: '' }, timeZone: 'Asia/Nowhere', isDefault: false };
    const refused = await administrator.post(`/api/organisation/hospitals/${id}/campuses`).send(campus).expect(422);
    expect(refused.body.errors.map(({ field, code }: { field: string; code: string }) => [field, code])).toEqual([
      ['name.en', 'required'],
      ['timeZone', 'invalid'],
    ]);
    const hospital = { code: 'tian shan', name: { zh: '天', en: 'T' }, shortName: { zh: '天', en: 'T' } };
    const { body } = await administrator.post('/api/organisation/hospitals').send(hospital).expect(422);
    expect(body.errors).toMatchObject([{ field: 'code', code: 'invalid' }]);
    expect((await host()).campuses).toEqual(campuses);
  });

  it("tells who was quicker, at a time in the zone of the host's default campus", async () => {
    const { campuses } = await host();
    const [main] = campuses;
    if (!main) throw new Error('the host has a campus');
    const change = (timeZone: string, version: number) =>
      administrator
        .put(`/api/organisation/campuses/${main.id}`)
        .set('Accept-Language', 'en-US')
        .send({ name: main.name, timeZone, isDefault: true, version });
    api.world.clock.set(new Date('2026-11-18T10:00:00Z'));
    administrator = await api.as('administrator', 'en-US');
    await change('Europe/London', main.version).expect(200);
    const { body } = await change('Asia/Shanghai', main.version).expect(409);
    expect(body).toMatchObject({ code: 'object/stale', currentVersion: main.version + 1 });
    expect(body.detail).toMatch(/10:00/);
    await change('Asia/Shanghai', main.version + 1).expect(200);
    expect((await change('Asia/Urumqi', main.version).expect(409)).body.detail).toMatch(/18:00/);
  });

  it('is where administrators start, and is refused to coordinators and to other hospitals', async () => {
    expect((await administrator.get('/api/auth/me').expect(200)).body.home).toBe('/admin/hospitals');
    expect((await (await api.as('security')).get('/api/auth/me').expect(200)).body.home).toBe('/admin/people');
    for (const account of ['coordinator', 'beichen-expert']) {
      const browser = await api.as(account);
      for (const list of ['hospitals', 'departments', 'partnerships'])
        await browser.get(`/api/organisation/${list}`).expect(403);
    }
  });
});
