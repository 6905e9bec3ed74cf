import type { ChangeEvent } from '@consilium/contracts';
import type { QueryKey } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { Socket } from 'socket.io-client';
import { queryClient } from './query';
import { serverNow } from './server-clock';
import { announceSessionLost } from './session-lost';

export type Topic = ChangeEvent['topic'];
export interface Room {
  topic: Topic;
  key: string;
}
export interface Connection {
  /** `synced`: changes arrive by themselves; `reconnecting`: the data is as old as `since`; `offline`: this computer has no network. */
  state: 'synced' | 'reconnecting' | 'offline';
  /** The last moment at which the data on the screen was known to be current. */
  since: Date;
}

/** How often the joined rooms are asked again while no change can arrive by itself. */
const POLL_MS = 20_000;
/** Pause before knocking at a door that the server has shut. */
const KNOCK_AGAIN_MS = 5000;
/** Changes of one act arrive in a burst; they are answered with one round of questions. */
const GATHER_MS = 80;

const keysOf: Record<Topic, (key: string) => QueryKey[]> = {
  case: (key) => [['case', key], ['cases']],
  board: (key) => [['board', key], ['overdue'], ['readiness-matrix']],
  session: (key) => [['session', key], ['sessions']],
  plan: (key) => [['plan', key], ['plans']],
  notification: () => [['notifications'], ['obligations'], ['overdue']],
  share: () => [['remote']],
  'sign-in': () => [],
  worklist: () => [['consults'], ['news'], ['obligations']],
  directory: () => [['directory'], ['organisation']],
};

const watched = new Map<string, { room: Room; holders: number }>();
const nameOf = ({ topic, key }: Room) => `${topic}:${key}`;

let socket: Socket | undefined;
let connection: Connection = { state: 'reconnecting', since: serverNow() };
const connectionListeners = new Set<() => void>();

function setConnection(state: Connection['state'], since: Date): void {
  connection = { state, since };
  for (const listener of connectionListeners) listener();
}

const stale = new Map<string, Room>();
let gathering: ReturnType<typeof setTimeout> | undefined;

function refresh(room: Room): void {
  stale.set(nameOf(room), room);
  gathering ??= setTimeout(() => {
    gathering = undefined;
    const asked = new Map<string, QueryKey>();
    for (const { topic, key } of stale.values()) {
      for (const queryKey of keysOf[topic](key)) asked.set(JSON.stringify(queryKey), queryKey);
    }
    stale.clear();
    for (const queryKey of asked.values()) void queryClient.invalidateQueries({ queryKey });
  }, GATHER_MS);
}

function refreshAll(): void {
  for (const { room } of watched.values()) refresh(room);
}

function lost(): void {
  setConnection(navigator.onLine ? 'reconnecting' : 'offline', connection.since);
}

/** The client tries again by itself after a broken line, but not after the server has shut the door: a sign-in that ended, a restart. */
function knockAgain(opened: Socket): void {
  if (opened.active) return;
  setTimeout(() => {
    if (socket === opened && !opened.connected) opened.connect();
  }, KNOCK_AGAIN_MS);
}

function listen(opened: Socket): void {
  opened.on('connect', () => {
    for (const { room } of watched.values()) opened.emit('watch', room);
    setConnection('synced', serverNow());
    // What changed while nobody listened is not replayed: ask again.
    refreshAll();
  });
  opened.on('change', (event: ChangeEvent) => {
    setConnection('synced', serverNow());
    refresh(event);
  });
  opened.on('disconnect', () => {
    lost();
    knockAgain(opened);
  });
  opened.on('connect_error', (error) => {
    lost();
    if (error.message === 'session/required') announceSessionLost();
    knockAgain(opened);
  });
  opened.io.on('ping', () => setConnection('synced', serverNow()));
}

async function connect(stillWanted: () => boolean): Promise<void> {
  // Fetched beside the first screen, which does not wait for it.
  const { io } = await import('socket.io-client');
  if (!stillWanted()) return;
  socket = io({ path: '/socket.io', transports: ['websocket', 'polling'], reconnectionDelayMax: 10_000 });
  listen(socket);
}

/** Opens the connection for the person signed in; the session cookie says who. Returns how to close it. */
export function openLive(): () => void {
  let wanted = true;
  const reach = () => void connect(() => wanted && socket === undefined).catch(lost);
  reach();
  const offline = () => setConnection('offline', connection.since);
  const online = () => {
    lost();
    if (socket === undefined) reach();
    else socket.connect();
  };
  window.addEventListener('offline', offline);
  window.addEventListener('online', online);
  const polling = setInterval(() => {
    if (socket?.connected !== true && navigator.onLine) refreshAll();
  }, POLL_MS);
  return () => {
    wanted = false;
    clearInterval(polling);
    window.removeEventListener('offline', offline);
    window.removeEventListener('online', online);
    socket?.removeAllListeners();
    socket?.io.removeAllListeners('ping');
    socket?.disconnect();
    socket = undefined;
  };
}

function join(room: Room): void {
  const held = watched.get(nameOf(room));
  if (held !== undefined) {
    held.holders += 1;
    return;
  }
  watched.set(nameOf(room), { room, holders: 1 });
  if (socket?.connected === true) socket.emit('watch', room);
}

function leave(room: Room): void {
  const held = watched.get(nameOf(room));
  if (held === undefined) return;
  held.holders -= 1;
  if (held.holders > 0) return;
  watched.delete(nameOf(room));
  if (socket?.connected === true) socket.emit('unwatch', room);
}

/** Keeps the queries of these topics current for as long as the component is shown. Two components may watch the same room. */
export function useLive(rooms: readonly Room[]): void {
  const wanted = JSON.stringify(rooms.map(({ topic, key }) => ({ topic, key })));
  useEffect(() => {
    const joined = JSON.parse(wanted) as Room[];
    for (const room of joined) join(room);
    return () => {
      for (const room of joined) leave(room);
    };
  }, [wanted]);
}

/** How current the screen is. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      connectionListeners.add(listener);
      return () => connectionListeners.delete(listener);
    },
    () => connection,
  );
}
