import type { ChangeEvent } from '@consilium/contracts';
import type { SightService, Actor } from '@consilium/core';

/** An open screen, as far as sharing concerns it. */
export interface Listener {
  id: string;
  actor: Actor;
  /** Rooms it is in, as `topic:key`. */
  rooms: () => Iterable<string>;
  leave: (room: string) => void;
  tell: (event: ChangeEvent) => void;
}

/** Looked at again this often at the latest: longer than a timer can count. */
const LONGEST_MS = 24 * 3_600_000;

/**
 * Keeps the rooms of shared cases to those who may still hear of them. A share that ended, or whose time is up, takes its listeners out of its
 * room, and out of what they heard because of it; they are told once that something changed, ask, and learn that it is gone.
 */
export class ShareRooms {
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(private readonly sight: SightService) {}

  /** Somebody listens to a share from now on: at the latest when its time is up it is looked at again. */
  async entered(listener: Listener, px: string): Promise<void> {
    const left = await this.sight.shareLeft(listener.actor, px);
    if (left === undefined) return this.ended(listener, px);
    this.stop(listener, px);
    const timer = setTimeout(
      () => void this.entered(listener, px).catch(() => this.ended(listener, px)),
      Math.min(left, LONGEST_MS) + 1,
    );
    timer.unref();
    this.timers.set(nameOf(listener, px), timer);
  }

  /** A share changed: whoever listens to it is looked at again, and everything else they listen to with them. */
  async changed(listeners: Iterable<Listener>, px: string): Promise<void> {
    for (const listener of listeners) await this.entered(listener, px);
  }

  /** Somebody does not listen any more, to one share or to any. */
  left(listenerId: string, px?: string): void {
    for (const [name, timer] of this.timers) {
      if (name !== `${listenerId} ${px}` && !(px === undefined && name.startsWith(`${listenerId} `))) continue;
      clearTimeout(timer);
      this.timers.delete(name);
    }
  }

  private stop(listener: Listener, px: string): void {
    clearTimeout(this.timers.get(nameOf(listener, px)));
    this.timers.delete(nameOf(listener, px));
  }

  private async ended(listener: Listener, px: string): Promise<void> {
    this.stop(listener, px);
    listener.leave(`share:${px}`);
    listener.tell({ sequence: '', topic: 'share', key: px });
    for (const room of listener.rooms()) {
      const [, key] = /^session:(.+)$/.exec(room) ?? [];
      if (key !== undefined && !(await this.sight.mayWatch(listener.actor, 'session', key))) listener.leave(room);
    }
  }
}

const nameOf = ({ id }: Listener, px: string): string => `${id} ${px}`;
