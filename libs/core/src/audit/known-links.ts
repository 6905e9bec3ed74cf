import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import type { Transaction } from '../database/index.js';

/** A link noted outside of the chain, which the chain must still hold. */
export interface Anchor {
  sequence: number;
  /** As hexadecimal. */
  hash: string;
}

/**
 * Links that this process saw in the chain. Who takes the newest rows away together with their seals, or writes the whole chain anew, leaves
 * a chain that is right in itself: only a link noted before shows it. Whoever changes the database does not reach these.
 */
@Injectable()
export class KnownLinks {
  private verified: Anchor | undefined;
  private sealed: Anchor | undefined;
  /** When the demonstration was loaded, as far as it was looked at. */
  private loaded: string | undefined;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'DEMO'>) {}

  /** The last link of a chain found whole. */
  noteVerified(link: Anchor): void {
    if (link.sequence > 0) this.verified = link;
  }

  /** The last link sealed here. The caller makes sure with `holdsLastSealed` that the chain it goes on from is the one known. */
  noteSealed(link: Anchor): void {
    this.sealed = link;
  }

  /** Whether the chain still holds the last link sealed here, true where none was. */
  async holdsLastSealed(tx: Transaction): Promise<boolean> {
    if (!this.sealed) return true;
    const { sequence, hash } = this.sealed;
    const held = await tx.maybeOne(
      `SELECT 1 AS held FROM audit_batches WHERE last_sequence = $1 AND hash = decode($2, 'hex')`,
      [sequence, hash],
    );
    return held !== undefined;
  }

  /** What the chain must hold at which place, by this process's memory and by the verifications on record. */
  async all(tx: Transaction): Promise<Map<number, Set<string>>> {
    if (this.config.DEMO) await this.forgetFormerDemonstration(tx);
    const kept = await tx.query<{ sequence: string; hash: string }>(
      `SELECT DISTINCT sealed_rows AS sequence, encode(head_hash, 'hex') AS hash FROM audit_checks WHERE outcome = 'PASSED' AND sealed_rows > 0`,
    );
    const hashes = new Map<number, Set<string>>();
    for (const { sequence, hash } of [...kept, ...[this.verified, this.sealed].filter((link) => link !== undefined)])
      hashes.set(Number(sequence), (hashes.get(Number(sequence)) ?? new Set()).add(hash));
    return hashes;
  }

  /** A demonstration that is loaded anew begins its log anew, also while the programs run. */
  private async forgetFormerDemonstration(tx: Transaction): Promise<void> {
    const row = await tx.maybeOne<{ at: Date | null }>(
      'SELECT demonstration_loaded_at AS at FROM installation WHERE id = 1',
    );
    const loaded = row?.at?.toISOString() ?? 'never';
    if (this.loaded !== undefined && this.loaded !== loaded) {
      this.verified = undefined;
      this.sealed = undefined;
    }
    this.loaded = loaded;
  }
}
