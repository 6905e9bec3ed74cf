import type { AddressInfo } from 'node:net';
import type { ChangeEvent } from '@consilium/contracts';
import { CHANGES_CHANNEL, OutboxService, ShareChangeService } from '@consilium/core';
import { sharedCase, type SharedCase } from '@consilium/testing';
import { Redis } from 'ioredis';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from '../testing/api-world.js';

type Browser = Awaited<ReturnType<ApiWorld['as']>>;

let api: ApiWorld;
let redis: Redis;
let expert: Browser;
let socket: Socket;
let ordinal = 800;

beforeAll(async () => {
  api = await apiWorld();
  redis = new Redis(api.world.config.REDIS_URL);
  expert = await api.as('beichen-expert');
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const cookie = expert.jar
    .getCookies({ domain: '127.0.0.1', path: '/', secure: false, script: false })
    .toValueString();
  socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], extraHeaders: { cookie }, reconnection: false });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
});
afterAll(async () => {
  socket.disconnect();
  redis.disconnect();
  await api.close();
});

const shared = () => sharedCase(api.world, { ordinal: (ordinal += 1) });
const watch = (topic: string, key: string): Promise<boolean> => socket.emitWithAck('watch', { topic, key });
/** The next change of a share; what nobody did, but time, has no place in the order of changes. */
const changeOf = (px: string, sequence?: string) =>
  new Promise<ChangeEvent>((resolve) => {
    socket.on('change', function heard(event: ChangeEvent) {
      if (event.topic !== 'share' || event.key !== px || event.sequence !== (sequence ?? event.sequence)) return;
      socket.off('change', heard);
      resolve(event);
    });
  });
/** What the worker does all the time. */
const relay = () =>
  api.world.get(OutboxService).relayBatch(async (announcements) => {
    for (const announcement of announcements) await redis.publish(CHANGES_CHANNEL, JSON.stringify(announcement));
  });
const open = ({ px }: SharedCase) => expert.get(`/api/remote/cases/${px}`);

describe('an open page of another hospital', () => {
  it('hears at once that what it shows was withdrawn, finds nothing there, and hears no more of it', async () => {
    const share = await shared();
    await open(share).expect(200);
    await relay();
    expect(await watch('share', share.px)).toBe(true);
    const told = changeOf(share.px);
    const coordinator = await api.world.actor('coordinator');
    await api.world.get(ShareChangeService).revoke(coordinator, share.shareId, '患者撤回同意');
    await relay();
    await told;
    await open(share).expect(404);
    await expert.put(`/api/remote/cases/${share.px}/opinion/draft`).send(draft).expect(404);
    expect(await watch('share', share.px)).toBe(false);
  });

  it('is told at the instant at which the share ends, without anybody doing anything', async () => {
    const share = await shared();
    const coordinator = await api.world.actor('coordinator');
    const end = new Date(api.world.clock.now().getTime() + 50);
    await api.world.get(ShareChangeService).change(coordinator, share.shareId, {
      version: 1,
      sections: ['SUMMARY', 'QUESTIONS'],
      expiresAt: end.toISOString(),
    });
    await relay();
    expect(await watch('share', share.px)).toBe(true);
    const told = changeOf(share.px, '');
    const now = api.world.clock.now();
    api.world.clock.set(end);
    try {
      await told;
      await open(share).expect(404);
      expect(await watch('share', share.px)).toBe(false);
    } finally {
      api.world.clock.set(now);
    }
  });
});

const draft = { stance: null, text: '', needs: '', answers: [], version: 0 };
