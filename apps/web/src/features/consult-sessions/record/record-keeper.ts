import type { AgendaItem, DecisionView, SessionView } from '@consilium/contracts';
import { ApiProblem, isProblem } from '../../../lib/api';
import { serverNow } from '../../../lib/server-clock';
import type { RecordBody } from '../api';
import { bodyOf, draftOf, type RecordDraft } from './record-draft';

/** The record is kept at the latest this long after a change. */
export const KEEP_EVERY_MS = 2_000;
/** How long to wait after a lost connection. */
const TRY_AGAIN_MS = 5_000;

export type KeepState =
  | { kind: 'kept'; at: Date | null }
  /** Changed, and not yet sent; without a direction it cannot be sent. */
  | { kind: 'changed'; waitsForDirection: boolean }
  | { kind: 'sending' }
  | { kind: 'failed'; error: unknown }
  /** Another person kept a record meanwhile: this person chooses. */
  | { kind: 'conflict'; error: unknown };

export interface KeptRecord {
  draft: RecordDraft;
  /** What the hospital holds, as last seen. */
  held: DecisionView | null;
  state: KeepState;
}

interface Entry {
  record: KeptRecord;
  /** Version of the decision on which the draft is built; 0 where none is kept. */
  baseVersion: number;
  /** Counts changes, so that one made while sending is not taken for kept. */
  changes: number;
  keptChanges: number;
  /** Version of the agenda item after the last send. */
  itemVersion: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  sending: Promise<void> | undefined;
}

const versionOf = (decision: DecisionView | null) => decision?.version ?? 0;

/**
 * Holds the unfinished records of one session and keeps them in the hospital as they are spoken. A lost connection loses nothing: the
 * draft stays and is sent again. Two sends of one item never overlap.
 */
export class RecordKeeper {
  private readonly entries = new Map<string, Entry>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly send: (itemId: string, body: RecordBody) => Promise<SessionView>,
    /** Called when the hospital holds something newer than this screen. */
    private readonly askAgain: () => void,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The record of an item; the same object until it changes. */
  read(item: AgendaItem): KeptRecord {
    return this.entryOf(item).record;
  }

  /** Takes over what the hospital holds now. Unsent changes are never overwritten. */
  meet(item: AgendaItem): void {
    const entry = this.entryOf(item);
    if (versionOf(item.decision) <= versionOf(entry.record.held) && item.decision?.state === entry.record.held?.state)
      return;
    if (entry.changes > entry.keptChanges || entry.sending !== undefined) {
      this.set(entry, { held: item.decision });
      return;
    }
    entry.baseVersion = versionOf(item.decision);
    this.set(entry, { draft: draftOf(item.decision), held: item.decision });
  }

  change(item: AgendaItem, patch: (draft: RecordDraft) => RecordDraft): void {
    const entry = this.entryOf(item);
    const draft = patch(entry.record.draft);
    entry.changes += 1;
    const conflict = entry.record.state.kind === 'conflict';
    this.set(entry, {
      draft,
      state: conflict ? entry.record.state : { kind: 'changed', waitsForDirection: draft.direction === null },
    });
    if (!conflict) this.sendLater(item.id, entry, KEEP_EVERY_MS);
  }

  /** Sends what is not yet kept and resolves when that is done; true where everything that can be kept is. */
  async flush(item: AgendaItem): Promise<boolean> {
    const entry = this.entryOf(item);
    await entry.sending;
    if (entry.changes > entry.keptChanges && entry.record.state.kind !== 'conflict') await this.sendNow(item.id, entry);
    return entry.changes === entry.keptChanges;
  }

  /** Settles a conflict: this person's record over the other's, or the other's over this. */
  settle(item: AgendaItem, choice: 'mine' | 'theirs'): void {
    const entry = this.entryOf(item);
    entry.baseVersion = versionOf(item.decision);
    if (choice === 'theirs') {
      entry.keptChanges = entry.changes;
      this.set(entry, { draft: draftOf(item.decision), held: item.decision, state: { kind: 'kept', at: null } });
      return;
    }
    this.set(entry, { held: item.decision, state: { kind: 'changed', waitsForDirection: false } });
    void this.sendNow(item.id, entry);
  }

  /** The item's version as last seen: a record kept a moment ago may not be on the screen yet. */
  versionOf(item: AgendaItem): number {
    return Math.max(item.version, this.entryOf(item).itemVersion);
  }

  hasUnsent(): boolean {
    return [...this.entries.values()].some((entry) => entry.changes > entry.keptChanges);
  }

  /** Sends what is left and stops the clocks. */
  close(): void {
    for (const [itemId, entry] of this.entries) {
      clearTimeout(entry.timer);
      entry.timer = undefined;
      if (entry.changes > entry.keptChanges && entry.record.state.kind !== 'conflict') void this.sendNow(itemId, entry);
    }
  }

  private entryOf(item: AgendaItem): Entry {
    const found = this.entries.get(item.id);
    if (found !== undefined) return found;
    const entry: Entry = {
      record: { draft: draftOf(item.decision), held: item.decision, state: { kind: 'kept', at: null } },
      baseVersion: versionOf(item.decision),
      changes: 0,
      keptChanges: 0,
      itemVersion: item.version,
      timer: undefined,
      sending: undefined,
    };
    this.entries.set(item.id, entry);
    return entry;
  }

  private set(entry: Entry, patch: Partial<KeptRecord>): void {
    entry.record = { ...entry.record, ...patch };
    for (const listener of this.listeners) listener();
  }

  private sendLater(itemId: string, entry: Entry, afterMs: number): void {
    entry.timer ??= setTimeout(() => void this.sendNow(itemId, entry), afterMs);
  }

  private async sendNow(itemId: string, entry: Entry): Promise<void> {
    clearTimeout(entry.timer);
    entry.timer = undefined;
    if (entry.sending !== undefined) await entry.sending;
    const body = bodyOf(entry.record.draft, entry.baseVersion);
    if (body === null || entry.changes === entry.keptChanges) return;
    entry.sending = this.attempt(itemId, entry, body);
    await entry.sending;
  }

  private async attempt(itemId: string, entry: Entry, body: RecordBody): Promise<void> {
    const sent = entry.changes;
    this.set(entry, { state: { kind: 'sending' } });
    try {
      const view = await this.send(itemId, body);
      const answered = view.agenda.find((item) => item.id === itemId);
      const held = answered?.decision ?? null;
      entry.itemVersion = answered?.version ?? entry.itemVersion;
      entry.baseVersion = versionOf(held);
      entry.keptChanges = sent;
      const more = entry.changes > sent;
      this.set(entry, {
        held,
        state: more ? { kind: 'changed', waitsForDirection: false } : { kind: 'kept', at: serverNow() },
      });
      if (more) this.sendLater(itemId, entry, KEEP_EVERY_MS);
    } catch (error) {
      if (isProblem(error, 'object/stale')) {
        this.set(entry, { state: { kind: 'conflict', error } });
        this.askAgain();
      } else {
        this.set(entry, { state: { kind: 'failed', error } });
        const passing = error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
        if (passing) this.sendLater(itemId, entry, TRY_AGAIN_MS);
      }
    } finally {
      entry.sending = undefined;
    }
  }
}
