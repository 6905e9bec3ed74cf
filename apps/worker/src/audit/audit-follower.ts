import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { AuditSealService, AuditVerificationService } from '@consilium/core';
import { log } from '../log.js';

/** Rows are to be sealed within five seconds of their commit; a look every second leaves room for a slow one. */
const LOOK_MILLISECONDS = 1_000;
const VERIFY_MILLISECONDS = 6 * 3_600_000;

/** Seals what transactions wrote to the audit log, and verifies the whole chain when it starts and every six hours. Needs no Redis. */
@Injectable()
export class AuditFollower implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private stopping = false;
  private running: Promise<unknown> = Promise.resolve();
  private wake: () => void = () => undefined;
  private complained = false;

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
    this.wake();
    await this.running;
  }

  private async verify(): Promise<void> {
    const { outcome, sealedRows, head, broken, tookMilliseconds } = await this.verification.verify();
    // The link in the process's log is an anchor outside of the database.
    if (outcome === 'PASSED') log.info({ sealedRows, head, tookMilliseconds }, 'the audit chain is whole');
    else log.error({ sealedRows, broken }, 'the audit chain is broken');
  }

  private async every(milliseconds: number, work: () => Promise<unknown>): Promise<void> {
    while (!this.stopping) {
      try {
        await work();
        this.complained = false;
      } catch (error) {
        if (!this.complained)
          log.warn(
            { failure: error instanceof Error ? error.name : 'unknown' },
            'the audit log could not be followed and is tried again',
          );
        this.complained = true;
      }
      if (!this.stopping) await this.pause(milliseconds);
    }
  }

  private async pause(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const wakeOthers = this.wake;
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
        wakeOthers();
      };
    });
  }
}
