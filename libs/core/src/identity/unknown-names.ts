import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import { Problem } from '../errors/index.js';
import { lockedProblem } from './local-accounts.js';
import { SecretSeal } from './secret-seal.js';
import { lockedUntil } from './sign-in.rules.js';

/** A name that nobody types any more is forgotten after this long. */
const KEPT_DAYS = 30;
const DAY = 86_400_000;

/** Names typed at sign-in that no account has: answered as if one had. */
@Injectable()
export class UnknownNames {
  constructor(private readonly seal: SecretSeal) {}

  /** Counts a failure and returns the refusal that an account with as many failures would give. */
  async fail(tx: Transaction, username: string): Promise<Problem> {
    const mark = this.seal.mark('unknown name', username.trim().toLowerCase());
    await tx.query('DELETE FROM unknown_names WHERE failed_at < $1', [new Date(tx.now.getTime() - KEPT_DAYS * DAY)]);
    const known = await tx.one<{ failures: number; lockedUntil: Date | null }>(
      `INSERT INTO unknown_names (name_mark, failed_attempts, failed_at) VALUES ($1, 0, $2)
       ON CONFLICT (name_mark) DO UPDATE SET failed_at = $2 RETURNING failed_attempts AS failures, locked_until AS "lockedUntil"`,
      [mark, tx.now],
    );
    if (known.lockedUntil && known.lockedUntil > tx.now) return lockedProblem(known.lockedUntil);
    const until = lockedUntil(known.failures + 1, tx.now);
    await tx.query('UPDATE unknown_names SET failed_attempts = $2, locked_until = $3 WHERE name_mark = $1', [
      mark,
      known.failures + 1,
      until ?? null,
    ]);
    return until ? lockedProblem(until) : new Problem('sign-in/wrong');
  }
}
