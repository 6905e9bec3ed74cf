import { PASSWORD } from '@consilium/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';

let api: ApiWorld;
afterEach(() => api.close());
const signIn = () =>
  api.stranger().post('/api/auth/sign-in').send({ username: 'coordinator', password: PASSWORD }).expect(200);

describe('the cookie of a signed-in browser', () => {
  it('goes over https alone where the house is reached by it, and browsers are told to keep to https', async () => {
    api = await apiWorld({ environment: { PUBLIC_URL: 'https://consilium.example' } });
    const { headers } = await signIn();
    const cookie = headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(/^__Host-consilium=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(headers['strict-transport-security']).toContain('max-age=31536000');
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
  });

  it.each([undefined, 'http://10.20.30.40:3000'])(
    'is plain in the house network (%s), so that a tablet can sign in',
    async (address) => {
      api = await apiWorld({ environment: address === undefined ? {} : { PUBLIC_URL: address } });
      const { headers } = await signIn();
      const cookie = headers['set-cookie']?.[0] ?? '';
      expect(cookie).toMatch(/^consilium-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    },
  );
});
