import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { AuditSealService, AuditVerificationService } from '@consilium/core';
import { log } from '../log.js';

/** Rows are to be sealed within five seconds of their commit; a look every second leaves room for a slow one. */
const LOOK_MILLISECONDS = 1_000;
const VERIFY_MILLISECONDS = 6 * 3_600_000;
/** What could not be done, as while the database is down, is tried again after this at the latest. */
const RETRY_MILLISECONDS = 60_000;

/** Seals what transactions wrote to the audit log, and verifies the whole chain when it starts and every six hours. Needs no Redis. */
@Injectable()
export class AuditFollower implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private stopping = false;
  private running: Promise<unknown> = Promise.resolve();
  /** Ends the pauses under way. */
  private readonly sleepers = new Set<() => void>();

  constructor(
    private readonly seals: AuditSealService,
    private readonly verification: AuditVerificationService,
  ) {}

  onApplicationBootstrap(): void {
    // Verifying takes longer than a second in a long log, and sealing does not wait for it.
    this.running = Promise.all([
      this.every(LOOK_MILLISECONDS, () => this.seals.sealWaiting()),
      this.every(VERIFY_MILLISECONDS, () => this.verify()),
    ]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const wake of this.sleepers) wake();
    await this.running;
  }

  private async verify(): Promise<void> {
    const { outcome, sealedRows, head, broken, tookMilliseconds } = await this.verification.verify();
    // The link in the process's log is an anchor outside of the database.
    if (outcome === 'PASSED') log.info({ sealedRows, head, tookMilliseconds }, 'the audit chain is whole');
    else log.error({ sealedRows, broken }, 'the audit chain is broken');
  }

  private async every(milliseconds: number, work: () => Promise<unknown>): Promise<void> {
    let complained = false;
    while (!this.stopping) {
      let next = milliseconds;
      try {
        await work();
        complained = false;
      } catch (error) {
        next = Math.min(milliseconds, RETRY_MILLISECONDS);
        if (!complained)
          log.warn(
            { failure: error instanceof Error ? error.name : 'unknown' },
            'the audit log could not be followed and is tried again',
          );
        complained = true;
      }
      if (!this.stopping) await this.pause(next);
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.sleepers.delete(end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.sleepers.add(end);
    });
  }
}
