import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CaseReadingService } from '@consilium/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApplication } from '../application.js';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';
import { log } from './log.js';
import { patienceWith } from './patience.js';

let api: ApiWorld;
/** The same house with the pages of the web app. */
let withPages: NestFastifyApplication;
let folder: string;

beforeAll(async () => {
  api = await apiWorld();
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Consilium</title>');
  writeFileSync(join(folder, 'assets', 'app-1a2b3c.js'), 'export {};');
  withPages = await createApplication(api.world.config, { clock: api.world.clock, webFolder: folder });
  await withPages.listen(0, '127.0.0.1');
});
afterEach(() => void vi.restoreAllMocks());
afterAll(async () => {
  await withPages?.close();
  await api?.close();
  rmSync(folder, { recursive: true, force: true });
});

const NAME = '张示例01';
const pages = () => supertest(withPages.getHttpServer());

describe('every answer', () => {
  it.each([
    ['a page', '/cases', 200],
    ['a script of a page', '/assets/app-1a2b3c.js', 200],
    ['an answer of the API', '/api/auth/methods', 200],
    ['a refusal', '/api/cases', 401],
    ['an address that leads nowhere', '/api/nothing', 404],
    ['a file that is not there', '/.git/config', 404],
  ])('keeps browsers from guessing, framing and loading from elsewhere: %s', async (_what, path, status) => {
    const { headers } = await pages().get(path).expect(status);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
    const policy = headers['content-security-policy'];
    for (const directive of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(directive);
    expect(policy).not.toContain('script-src');
    expect(headers['content-type']).toMatch(/; charset=utf-8$/i);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['server']).toBeUndefined();
  });

  it.each(['/api/cases', '/api/auth/me', '/api/cases/P26-9999'])(
    'that may tell of a patient is kept by no browser and nobody on the way: %s',
    async (path) => {
      const coordinator = await api.as('coordinator');
      for (const answer of [await coordinator.get(path), await api.stranger().get(path)])
        expect(answer.headers['cache-control']).toBe('no-store');
    },
  );

  it('lists no folder', async () => {
    const { body } = await pages().get('/assets/').expect(400);
    expect(body).toMatchObject({ code: 'request/malformed' });
    const { text } = await pages().get('/assets/%2e%2e/index.html');
    expect(text).not.toContain('<title>');
  });

  it('to a method that only echoes is a refusal', async () => {
    const { port } = withPages.getHttpServer().address() as AddressInfo;
    const status = await new Promise<number | undefined>((resolve, reject) => {
      httpRequest({ port, host: '127.0.0.1', path: '/api/cases', method: 'TRACE' }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });
});

describe('a request', () => {
  it('is waited for a minute at most, and longer where a file may come with it', () => {
    const { requestTimeout, headersTimeout } = api.app.getHttpServer() as {
      requestTimeout: number;
      headersTimeout: number;
    };
    expect(requestTimeout).toBe(1_800_000);
    expect(patienceWith('POST /api/cases')).toBe(60_000);
    expect(patienceWith('POST /api/cases/:caseNo/attachments')).toBe(1_800_000);
    expect(headersTimeout).toBeLessThanOrEqual(60_000);
  });

  it('of more than a megabyte is refused', async () => {
    const surgeon = await api.as('urology-1');
    const { body } = await surgeon
      .post('/api/cases')
      .send({ clinical: { summary: '长'.repeat(400_000) } })
      .expect(413);
    expect(body).toMatchObject({ code: 'request/too-large' });
  });

  it('that is no JSON is refused without its words', async () => {
    const warned = vi.spyOn(log, 'warn');
    const surgeon = await api.as('urology-1');
    const answer = await surgeon
      .post('/api/cases')
      .set('Content-Type', 'application/json')
      .send(`{"patient": ${NAME}`)
      .expect(400);
    expect(answer.body).toMatchObject({ code: 'request/malformed' });
    expect(JSON.stringify([answer.body, warned.mock.calls])).not.toContain(NAME);
  });
});

describe('a socket', () => {
  it('is opened by our own pages, and refused to those of another site', async () => {
    const open = (origin: string) =>
      supertest(api.app.getHttpServer()).get('/socket.io/?EIO=4&transport=polling').set('Origin', origin);
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    await open('https://elsewhere.example').expect(403);
    await open('null').expect(403);
    await open(`http://127.0.0.1:${port}`).expect(200);
  });
});

describe('the log of the process', () => {
  it('tells of every attempt to sign in that was refused, from where, and not with what', async () => {
    const warned = vi.spyOn(log, 'warn');
    const credentials = { username: 'nobody-here', password: 'correct-horse-battery' };
    await api.stranger().post('/api/auth/sign-in').send(credentials).expect(401);
    expect(warned).toHaveBeenCalledWith(
      expect.objectContaining({ code: 'sign-in/wrong', route: 'POST /api/auth/sign-in', address: '127.0.0.1' }),
      'refused',
    );
    const written = JSON.stringify(warned.mock.calls);
    for (const word of Object.values(credentials)) expect(written).not.toContain(word);
  });

  it.each([
    ['a parser', () => new SyntaxError(`Unexpected token in JSON: ${NAME}`)],
    ['the database', () => Object.assign(new Error(`value ${NAME} is wrong`), { driverError: { code: '22P02' } })],
  ])(
    'names what failed inside by its class and place, not in the words of %s, and the answer says less',
    async (_whose, make) => {
      const told = vi.spyOn(log, 'error').mockImplementation(() => undefined);
      vi.spyOn(api.app.get(CaseReadingService), 'list').mockRejectedValue(make());
      const coordinator = await api.as('coordinator');
      const { body } = await coordinator.get('/api/cases').expect(500);
      expect(body).toMatchObject({ code: 'server/failed' });
      expect(JSON.stringify(body)).not.toMatch(/stack|frames|22P02|SyntaxError/);
      expect(told).toHaveBeenCalledOnce();
      const written = JSON.stringify(told.mock.calls);
      expect(written).toContain('frames');
      expect(written).not.toContain(NAME);
      expect(JSON.stringify(body)).not.toContain(NAME);
    },
  );
});
