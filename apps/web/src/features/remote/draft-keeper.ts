import { ApiProblem, isProblem } from '../../lib/api';
import { keepRemoteDraft } from './api';
import { isEmpty, type OpinionWords } from './opinion-form';

const PAUSE_MS = 2000;

export type DraftState =
  | { kind: 'kept'; at: string | null }
  | { kind: 'pending' }
  | { kind: 'saving' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'conflict'; currentVersion: number };

export interface DraftListener {
  onState: (state: DraftState) => void;
  /** The case turns out to be shared no more. */
  onClosed: () => void;
}

/**
 * Keeps the draft of one opinion on the server: two seconds after the last change, at once on demand, and when the composer goes away.
 * Saves follow one another, since each needs the version of the one before.
 */
export class DraftKeeper {
  private listener: DraftListener | undefined;
  private kept: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<boolean> | undefined;
  private halted = false;

  /**
   * @param version of the opinion on the server, 0 where there is none
   * @param held what the server has
   * @param typed gives what stands in the form at this moment
   */
  constructor(
    private readonly px: string,
    public version: number,
    held: OpinionWords,
    private readonly typed: () => OpinionWords,
  ) {
    this.kept = JSON.stringify(held);
  }

  /** Tells from now on how far the draft is; returns how to stop. */
  listen(listener: DraftListener): () => void {
    this.listener = listener;
    return () => {
      this.listener = undefined;
    };
  }

  private tell(state: DraftState): void {
    this.listener?.onState(state);
  }

  /** Whether something typed is not yet at the server. */
  get isWaiting(): boolean {
    const words = this.typed();
    return JSON.stringify(words) !== this.kept && !(this.version === 0 && isEmpty(words));
  }

  /** Something was typed; it is kept once typing rests. */
  noticeChange(): void {
    clearTimeout(this.timer);
    if (this.halted || this.saving !== undefined || !this.isWaiting) return;
    this.tell({ kind: 'pending' });
    this.timer = setTimeout(() => void this.keep(), PAUSE_MS);
  }

  /** Keeps what is typed now. Resolves with whether the server has it. */
  async keep(): Promise<boolean> {
    clearTimeout(this.timer);
    // Several may have waited for the same save: only one of them goes on at a time.
    while (this.saving !== undefined) await this.saving;
    if (this.halted) return false;
    if (!this.isWaiting) return true;
    this.saving = this.send(this.typed());
    const done = await this.saving;
    this.saving = undefined;
    // What was typed while this was under way.
    if (done) this.noticeChange();
    return done;
  }

  private async send(words: OpinionWords): Promise<boolean> {
    this.tell({ kind: 'saving' });
    try {
      const { version, savedAt } = await keepRemoteDraft(this.px, { ...words, version: this.version });
      this.version = version;
      this.kept = JSON.stringify(words);
      this.tell({ kind: 'kept', at: savedAt });
      return true;
    } catch (error) {
      if (isProblem(error, 'object/stale')) {
        this.halted = true;
        this.tell({ kind: 'conflict', currentVersion: error.problem.currentVersion ?? this.version });
      } else {
        this.tell({ kind: 'failed', error });
        if (error instanceof ApiProblem && error.status === 404) this.listener?.onClosed();
      }
      return false;
    }
  }

  /** The opinion now stands at this version with these words: nothing is left to keep. */
  settle(version: number, words: OpinionWords): void {
    clearTimeout(this.timer);
    this.halted = false;
    this.version = version;
    this.kept = JSON.stringify(words);
    this.tell({ kind: 'kept', at: null });
  }

  /** Goes on from somebody else's version with what is typed here. */
  goOnFrom(version: number): Promise<boolean> {
    this.halted = false;
    this.version = version;
    this.kept = '';
    return this.keep();
  }
}
