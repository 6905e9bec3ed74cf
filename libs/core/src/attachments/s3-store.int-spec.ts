import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { refusal } from '@consilium/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { S3Store } from './s3-store.js';

/** A store that speaks as much S3 as ours asks of it: one bucket, signed requests, ranges. */
const objects = new Map<string, Buffer>();
const asked: { method: string; url: string; signed: boolean }[] = [];
let server: Server;
let folder: string;
let store: S3Store;

const storeAt = (bucket: string) =>
  new S3Store(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${bucket}`, {
    ATTACHMENTS_S3_KEY_ID: 'key',
    ATTACHMENTS_S3_SECRET: 'secret',
    ATTACHMENTS_S3_REGION: 'us-east-1',
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 's3-store-'));
  server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const path = url.split('?')[0] ?? '';
    const signed = headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/') ?? false;
    asked.push({ method, url: path, signed });
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const known = objects.get(path);
      if (method === 'HEAD') return response.writeHead(path.startsWith('/files') ? 200 : 404).end();
      if (method === 'PUT') objects.set(path, Buffer.concat(chunks));
      if (method === 'DELETE') objects.delete(path);
      if (method !== 'GET') return response.writeHead(method === 'DELETE' ? 204 : 200).end();
      if (!known) return response.writeHead(404).end();
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
      return from === undefined
        ? response.writeHead(200).end(known)
        : response.writeHead(206).end(known.subarray(Number(from), Number(to) + 1));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  store = storeAt('files');
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const bytesOf = async (content: Readable) => Buffer.concat((await content.toArray()) as Buffer[]).toString();

describe('files in a bucket', () => {
  it('are kept whole, given back whole or in part, and forgotten, by signed requests', async () => {
    const path = join(folder, 'a');
    await writeFile(path, '盆腔 MRI');
    await store.check();
    await store.keep('01a2', path, Buffer.byteLength('盆腔 MRI'));
    expect(objects.get('/files/01a2')?.toString()).toBe('盆腔 MRI');
    expect(await bytesOf(await store.open('01a2'))).toBe('盆腔 MRI');
    expect(await bytesOf(await store.open('01a2', { from: 7, to: 9 }))).toBe('MRI');
    await store.forget('01a2');
    expect(objects.size).toBe(0);
    expect(asked.every(({ signed }) => signed)).toBe(true);
  });

  it('that are not there, or not to be reached, are said to be missing for now', async () => {
    expect((await refusal(store.open('none'))).code).toBe('attachment/content-missing');
  });

  it('need a bucket that opens, or the process does not start', async () => {
    await expect(storeAt('elsewhere').check()).rejects.toThrow('does not open the bucket elsewhere');
  });
});
