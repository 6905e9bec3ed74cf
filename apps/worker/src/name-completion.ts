import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { KeyRotationService } from '@consilium/core';
import { log } from './log.js';

/** Gives patients registered before they could be found by name the hashes for it, once after an upgrade: only the programs hold the key. */
@Injectable()
export class NameCompletion implements OnApplicationBootstrap {
  constructor(private readonly keys: KeyRotationService) {}

  onApplicationBootstrap(): void {
    void this.keys.completeNames().then(
      (completed) => completed > 0 && log.info({ completed }, 'patients can be found by name'),
      (error: unknown) =>
        log.warn(
          { failure: error instanceof Error ? error.name : 'unknown' },
          'not every patient can be found by name yet',
        ),
    );
  }
}
