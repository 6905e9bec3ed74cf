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

/**
 * Keeps the draft of one opinion on the server: two seconds after the last change, at once on demand, and when the composer goes away.
 * Saves follow one another, since each needs the version of the one before.
 */
export class DraftKeeper {
  onState: (state: DraftState) => void = () => undefined;
  onClosed: () => void = () => undefined;
  private kept: string;
  private words: OpinionWords;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<boolean> | undefined;
  private halted = false;

  constructor(
    private readonly px: string,
    public version: number,
    words: OpinionWords,
  ) {
    this.words = words;
    this.kept = JSON.stringify(words);
  }

  private get isKept(): boolean {
    return JSON.stringify(this.words) === this.kept || (this.version === 0 && isEmpty(this.words));
  }

  /** What is typed now; it is kept once typing rests. */
  change(words: OpinionWords): void {
    this.words = words;
    clearTimeout(this.timer);
    if (this.halted || this.saving !== undefined || this.isKept) return;
    this.onState({ kind: 'pending' });
    this.timer = setTimeout(() => void this.keep(), PAUSE_MS);
  }

  /** Keeps what is typed now. Resolves with whether the server has it. */
  async keep(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.saving !== undefined) await this.saving;
    if (this.halted) return false;
    if (this.isKept) return true;
    this.saving = this.send(this.words);
    const done = await this.saving;
    this.saving = undefined;
    // What was typed while this was under way.
    if (done) this.change(this.words);
    return done;
  }

  private async send(words: OpinionWords): Promise<boolean> {
    this.onState({ kind: 'saving' });
    try {
      const { version, savedAt } = await keepRemoteDraft(this.px, { ...words, version: this.version });
      this.version = version;
      this.kept = JSON.stringify(words);
      this.onState({ kind: 'kept', at: savedAt });
      return true;
    } catch (error) {
      if (isProblem(error, 'object/stale')) {
        this.halted = true;
        this.onState({ kind: 'conflict', currentVersion: error.problem.currentVersion ?? this.version });
      } else {
        this.onState({ kind: 'failed', error });
        if (error instanceof ApiProblem && error.status === 410) this.onClosed();
      }
      return false;
    }
  }

  /** The opinion now stands at this version with these words: nothing is left to keep. */
  settle(version: number, words: OpinionWords): void {
    clearTimeout(this.timer);
    this.halted = false;
    this.version = version;
    this.words = words;
    this.kept = JSON.stringify(words);
    this.onState({ kind: 'kept', at: null });
  }

  /** Goes on from somebody else's version with what is typed here. */
  goOnFrom(version: number): Promise<boolean> {
    this.halted = false;
    this.version = version;
    this.kept = '';
    return this.keep();
  }

  /** Whether something typed is not yet at the server. */
  get isWaiting(): boolean {
    return !this.isKept;
  }
}
