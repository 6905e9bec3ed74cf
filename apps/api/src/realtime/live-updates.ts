import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { changeEvent } from '@consilium/contracts';
import { IdentityService, SightService, type Actor } from '@consilium/core';
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { z } from 'zod';
import { SessionCookie } from '../http/index.js';
import { ChangeFeed } from './change-feed.js';
import { ShareRooms, type Listener } from './share-rooms.js';

const room = changeEvent.pick({ topic: true, key: true });
const roomName = ({ topic, key }: z.infer<typeof room>): string => `${topic}:${key}`;
const ROOMS_PER_SOCKET = 60;

interface SocketData {
  actor: Actor;
  token: string;
  signInId: string;
}

/**
 * Tells open screens what changed, by name and sequence only; they fetch what they show through the API. A socket belongs to a person signed
 * in, is closed when they are not any more, and hears only of things its person may see.
 */
@Injectable()
export class LiveUpdates implements OnApplicationShutdown {
  private io?: Server;
  private check?: NodeJS.Timeout;
  private readonly shares: ShareRooms;

  constructor(
    private readonly identity: IdentityService,
    private readonly sight: SightService,
    private readonly cookie: SessionCookie,
    private readonly feed: ChangeFeed,
  ) {
    this.shares = new ShareRooms(sight);
  }

  attach(server: HttpServer): void {
    this.io = new Server(server, {
      serveClient: false,
      transports: ['websocket', 'polling'],
      allowRequest: (request, decide) => decide(null, sameOrigin(request.headers)),
    });
    this.io.use((socket, next) => {
      this.authenticate(socket).then(
        (known) => next(known ? undefined : new Error('session/required')),
        () => next(new Error('server/unavailable')),
      );
    });
    this.io.on('connection', (socket) => {
      socket.on('watch', (request: unknown, acknowledge: unknown) => void this.watch(socket, request, acknowledge));
      socket.on('unwatch', (request: unknown) => {
        const parsed = room.safeParse(request);
        if (!parsed.success) return;
        void socket.leave(roomName(parsed.data));
        if (parsed.data.topic === 'share') this.shares.left(socket.id, parsed.data.key);
      });
      socket.on('disconnect', () => this.shares.left(socket.id));
    });
    this.feed.onChange((event) => {
      if (event.topic === 'sign-in') void this.endSockets(({ signInId }) => signInId === event.key);
      else this.io?.to(roomName(event)).emit('change', event);
      if (event.topic === 'share') void this.shares.changed(this.listenersTo(event), event.key).catch(() => undefined);
    });
    this.check = setInterval(() => void this.endForeignSockets(), 60_000);
    this.check.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.check);
    await this.io?.close();
  }

  private async authenticate(socket: Socket): Promise<boolean> {
    const token = this.cookie.readHeader(socket.request.headers.cookie);
    const presence = token === undefined ? undefined : await this.identity.presenceOf(token, 'USED');
    if (!presence || presence.mustEnrol || presence.locked || token === undefined) return false;
    const { actor, signInId } = presence;
    Object.assign(socket.data as SocketData, { actor, token, signInId });
    return true;
  }

  private async watch(socket: Socket, request: unknown, acknowledge: unknown): Promise<void> {
    const answer = (allowed: boolean) => {
      if (typeof acknowledge === 'function') (acknowledge as (allowed: boolean) => void)(allowed);
    };
    const parsed = room.safeParse(request);
    const { actor } = socket.data as SocketData;
    if (!parsed.success || socket.rooms.size > ROOMS_PER_SOCKET) return answer(false);
    try {
      const allowed = await this.sight.mayWatch(actor, parsed.data.topic, parsed.data.key);
      if (allowed) await socket.join(roomName(parsed.data));
      if (allowed && parsed.data.topic === 'share') await this.shares.entered(listenerOf(socket), parsed.data.key);
      answer(allowed);
    } catch {
      answer(false);
    }
  }

  private listenersTo(event: z.infer<typeof room>): Listener[] {
    const ids = this.io?.sockets.adapter.rooms.get(roomName(event)) ?? new Set<string>();
    return [...ids].flatMap((id) => {
      const socket = this.io?.sockets.sockets.get(id);
      return socket === undefined ? [] : [listenerOf(socket)];
    });
  }

  /** A sign-in that ended takes its sockets with it at once; one that idled out, or whose end was not heard of, within a minute. */
  private endForeignSockets(): Promise<void> {
    return this.endSockets(async ({ token }) => !(await this.identity.isSignedIn(token).catch(() => true)));
  }

  private async endSockets(isOver: (of: SocketData) => boolean | Promise<boolean>): Promise<void> {
    for (const socket of (await this.io?.fetchSockets()) ?? [])
      if (await isOver(socket.data as SocketData)) socket.disconnect(true);
  }
}

const listenerOf = (socket: Socket): Listener => ({
  id: socket.id,
  actor: (socket.data as SocketData).actor,
  rooms: () => socket.rooms,
  leave: (name) => void socket.leave(name),
  tell: (event) => void socket.emit('change', event),
});

function sameOrigin(headers: { origin?: string | undefined; host?: string | undefined }): boolean {
  if (headers.origin === undefined) return true;
  try {
    return new URL(headers.origin).host === headers.host;
  } catch {
    return false;
  }
}
