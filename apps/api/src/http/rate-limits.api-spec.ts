import { PASSWORD } from '@consilium/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';
import { RateLimits } from './rate-limits.js';

let api: ApiWorld;
afterEach(() => api.close());

async function withLimits(environment: Record<string, string>): Promise<void> {
  api = await apiWorld({ environment });
  await vi.waitUntil(() => api.app.get(RateLimits).isConnected);
}
/** The proxy in front says where the caller sits; what a caller claims of itself stands before it and does not count. */
const from = (address: string) => ({ 'X-Forwarded-For': `203.0.113.99, ${address}` });
const signIn = (username: string, address = '10.1.1.1') =>
  api.stranger().post('/api/auth/sign-in').set(from(address)).send({ username, password: 'something else 1' });

const PROXIED = { TRUSTED_PROXIES: '127.0.0.1, ::1' };
const USUAL_LIMITS = { SIGN_INS_PER_ADDRESS: '30', SIGN_INS_PER_ACCOUNT: '10' };
const USUAL = { ...PROXIED, ...USUAL_LIMITS };

describe('the limits', () => {
  it('let one account try ten times a minute from one address, and say when to try again', async () => {
    await withLimits(USUAL);
    // The lockout, which comes sooner, has no part in this.
    for (let attempt = 0; attempt < 10; attempt++) expect([401, 423]).toContain((await signIn('nobody')).status);
    const refused = await signIn('Nobody ').expect(429);
    expect(refused.body).toMatchObject({ code: 'request/too-many', status: 429 });
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.body.detail).toContain(`${seconds} 秒`);
    await signIn('somebody').expect(401);
    await signIn('nobody', '10.1.1.2').expect(423);
  });

  it('let thirty attempts a minute come from one address, whichever accounts they try', async () => {
    await withLimits(USUAL);
    for (let attempt = 0; attempt < 30; attempt++) await signIn(`nobody-${attempt}`).expect(401);
    await signIn('nobody-else').expect(429);
    for (const path of ['/api/join/look', '/api/join/redeem']) {
      const guess = api
        .stranger()
        .post(path)
        .set(from('10.1.1.1'))
        .send({ token: 'x'.repeat(43) });
      expect((await guess.expect(429)).body.code).toBe('request/too-many');
    }
    await signIn('nobody-else', '10.1.1.2').expect(401);
  });

  it('hold off a browser that asks without end, and leave the others alone', async () => {
    await withLimits({ REQUESTS_PER_BROWSER: '20' });
    const [busy, calm] = [await api.as('coordinator'), await api.as('coordinator')];
    for (let request = 0; request < 20; request++) await busy.get('/api/auth/me').expect(200);
    expect((await busy.get('/api/auth/me').expect(429)).headers['retry-after']).toMatch(/^[1-9]\d?$/);
    await calm.get('/api/auth/me').expect(200);
  });

  it('hold off an address that asks without end', async () => {
    await withLimits({ ...PROXIED, REQUESTS_PER_ADDRESS: '20' });
    const look = (address: string) => api.stranger().get('/api/auth/methods').set(from(address));
    for (let request = 0; request < 20; request++) await look('10.1.1.1').expect(200);
    await look('10.1.1.1').expect(429);
    await look('10.1.1.2').expect(200);
  });

  it('let one account be tried sixty times a minute from wherever', async () => {
    await withLimits(USUAL);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 61; attempt++)
      statuses.push((await signIn('nobody', `10.1.${Math.floor(attempt / 8)}.1`)).status);
    expect(statuses.slice(0, 60)).not.toContain(429);
    expect(statuses[60]).toBe(429);
  });

  it('count all addresses of one IPv6 network as one', async () => {
    await withLimits({ ...PROXIED, SIGN_INS_PER_ADDRESS: '3' });
    for (let attempt = 0; attempt < 3; attempt++)
      await signIn(`nobody-${attempt}`, `2001:db8:0:7::${attempt}`).expect(401);
    await signIn('nobody', '2001:db8:0:7:aaaa::1').expect(429);
    await signIn('nobody', '2001:db8:0:8::1').expect(401);
  });

  it('are not told by the callers themselves where nobody stands in front, be it by https or not', async () => {
    await withLimits({ PUBLIC_URL: 'https://consilium.example', SIGN_INS_PER_ADDRESS: '3' });
    for (let attempt = 0; attempt < 3; attempt++) await signIn('nobody', `10.1.1.${attempt}`).expect(401);
    await signIn('nobody', '10.1.1.77').expect(429);
  });

  it('let everybody in while Redis is away; the lockout of accounts goes on', async () => {
    api = await apiWorld({ environment: { ...USUAL_LIMITS, REDIS_URL: 'redis://127.0.0.1:1' } });
    for (let failure = 0; failure < 5; failure++) await signIn('recorder');
    const locked = await api
      .stranger()
      .post('/api/auth/sign-in')
      .send({ username: 'recorder', password: PASSWORD })
      .expect(423);
    expect(locked.body.code).toBe('sign-in/locked');
    for (let attempt = 0; attempt < 12; attempt++) expect([401, 423]).toContain((await signIn('nobody')).status);
    const coordinator = await api.as('coordinator');
    await coordinator.get('/api/auth/me').expect(200);
  });
});
