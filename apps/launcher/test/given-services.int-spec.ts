import { describe, expect, it } from 'vitest';
import { checkDatabase, checkRedis } from '../src/given-services.mjs';
import { PlainError, sentenceFor } from '../src/plain-error.mjs';
import { freePort } from '../src/ports.mjs';

async function sentence(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => undefined).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PlainError);
  return sentenceFor(error);
}

describe('a given DATABASE_URL', () => {
  it('that nobody answers at names the variable and the ways out', async () => {
    const port = await freePort();
    expect(await sentence(checkDatabase(`postgres://a:b@127.0.0.1:${port}/c`))).toBe(
      `PostgreSQL at 127.0.0.1:${port} cannot be reached (ECONNREFUSED): start it, or correct DATABASE_URL, or unset it to use the embedded one.`,
    );
  });

  it.each([
    ['a wrong password', (url: URL) => (url.password = 'wrong'), /refuses the name or password in DATABASE_URL/],
    [
      'a database that is not there',
      (url: URL) => (url.pathname = '/nothing_of_the_kind'),
      /has no database of the name in DATABASE_URL/,
    ],
  ])('with %s says so', async (_, spoil, expected) => {
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    spoil(url);
    const said = await sentence(checkDatabase(url.href));
    expect(said).toMatch(expected);
    expect(said).not.toContain(url.password);
  });

  it('that is no address says how to write one', async () => {
    expect(await sentence(checkDatabase('hello'))).toMatch(/^DATABASE_URL is not an address: write it like postgres:/);
  });

  it('that works is accepted', async () => {
    await expect(checkDatabase(process.env['TEST_DATABASE_URL'] ?? '')).resolves.toBeUndefined();
  });
});

describe('a given REDIS_URL', () => {
  it('that nobody answers at names the variable and the ways out', async () => {
    const port = await freePort();
    expect(await sentence(checkRedis(`redis://127.0.0.1:${port}`))).toMatch(
      /cannot be reached \(ECONNREFUSED\): start it, or correct REDIS_URL/,
    );
  });

  it('with a wrong password says so', async () => {
    const url = new URL(process.env['TEST_REDIS_URL'] ?? '');
    url.password = 'wrong';
    expect(await sentence(checkRedis(url.href))).toMatch(/refuses the password in REDIS_URL/);
  });

  it('that works and keeps its keys is accepted without a warning', async () => {
    expect(await checkRedis(process.env['TEST_REDIS_URL'] ?? '')).toBeUndefined();
  });
});
