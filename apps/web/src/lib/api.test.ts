import { boardEndpoints, identityEndpoints, reminderEndpoints } from '@consilium/contracts';
import { describe, expect, it, vi } from 'vitest';
import { answer, askedOf, cutOff, problemOf, refuse } from '../testing/stub';
import { ApiProblem, call } from './api';
import { showLocale } from './i18n';

const departmentId = '00000000-0000-4000-8000-000000000010';

async function failure(promise: Promise<unknown>): Promise<ApiProblem> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ApiProblem);
  return error as ApiProblem;
}

describe('calling the API', () => {
  it('fills the path and leaves out what was not asked', async () => {
    answer(reminderEndpoints.notifications, { items: [], unread: 0, nextCursor: null });
    await call(reminderEndpoints.notifications, { query: { limit: 30, cursor: undefined } });
    expect(askedOf(reminderEndpoints.notifications)).toEqual([{ params: {}, query: { limit: '30' }, body: {} }]);
  });

  it('marks writes as our own and says which language the reader wants', async () => {
    const fetched = vi.fn<typeof fetch>(() => Promise.resolve(new Response(null, { status: 204 })));
    vi.stubGlobal('fetch', fetched);
    await showLocale('en-US');
    await call(identityEndpoints.signOut);
    const [address, init] = fetched.mock.calls[0] ?? [];
    expect(address).toBe('/api/auth/sign-out');
    expect(init).toMatchObject({
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'X-Consilium': '1', 'Accept-Language': 'en-US' },
    });
  });

  it('sends no mark with what only reads', async () => {
    const fetched = vi.fn<typeof fetch>(() => Promise.resolve(Response.json({ items: [], total: 0 })));
    vi.stubGlobal('fetch', fetched);
    await call(boardEndpoints.overdue);
    expect(fetched.mock.calls[0]?.[1]?.headers).not.toHaveProperty('X-Consilium');
  });

  it('hands a refusal over with its code, status and sentence', async () => {
    refuse(boardEndpoints.read, problemOf('access/denied', { parameters: { who: '许棠' } }));
    const error = await failure(call(boardEndpoints.read, { params: { departmentId } }));
    expect(error).toMatchObject({ status: 403, code: 'access/denied' });
    expect(error.problem.detail).toBe('您没有此项权限，可联系 许棠。');
  });

  it('says in the reader’s language that the server cannot be reached', async () => {
    cutOff(boardEndpoints.overdue);
    expect(await failure(call(boardEndpoints.overdue))).toMatchObject({ status: 0, code: 'network/unreachable' });
    await showLocale('en-US');
    expect((await failure(call(boardEndpoints.overdue))).problem.detail).toContain('cannot be reached');
  });

  it('does not take a page of some proxy for an answer', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 502 })));
    expect(await failure(call(boardEndpoints.overdue))).toMatchObject({ status: 502, code: 'network/unreadable' });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 200 })));
    expect((await failure(call(boardEndpoints.overdue))).code).toBe('network/unreadable');
  });

  it('lets an aborted question end as what it is', async () => {
    answer(boardEndpoints.overdue, { items: [], total: 0 });
    const controller = new AbortController();
    controller.abort();
    await expect(call(boardEndpoints.overdue, { signal: controller.signal })).rejects.toThrow('aborted');
  });
});
