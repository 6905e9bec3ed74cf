import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld();
});
afterAll(() => api.close());

const refusals = () =>
  api.world.rows<{ code: string; person: string }>(
    `SELECT e.detail->>'code' AS code, a.username AS person FROM audit_events e JOIN accounts a ON a.person_id::text = e.actor_id::text
     WHERE e.action = 'access.refused' AND e.outcome = 'REFUSED' ORDER BY e.id`,
  );

describe('a request that another site has sent', () => {
  it('is on record as of the person in whose browser it was sent', async () => {
    const browser = await api.as('coordinator');
    await browser.post('/api/auth/lock').set('Sec-Fetch-Site', 'same-site').expect(403);
    expect(await refusals()).toEqual([{ code: 'request/cross-site', person: 'coordinator' }]);
  });

  it('is no use of the sign-in: it does not keep it from ending', async () => {
    const browser = await api.as('coordinator');
    api.world.clock.advance(20 * 60_000);
    await browser.post('/api/auth/lock').set('Sec-Fetch-Site', 'same-site').expect(403);
    api.world.clock.advance(11 * 60_000);
    await browser.get('/api/auth/me').expect(401);
  });
});
