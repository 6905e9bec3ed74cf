import type { INestApplicationContext } from '@nestjs/common';
import { AuthenticatorKeysService, KeyRotationService, RestrictedKeysService } from '@consilium/core';

export interface Exchange {
  /** Nothing is left under another key, so that the previous one may be given up. */
  isComplete: boolean;
  /** What to tell whoever asked for it, without the name of anybody. */
  said: string[];
}

/**
 * Seals with DATA_KEY everything that is sealed with DATA_KEY_PREVIOUS, and counts afterwards what is left under another key. Changes nothing
 * while programs work that may know the previous key alone: what they sealed meanwhile could not be read once that key is given up.
 */
export async function exchangeKeys(app: INestApplicationContext): Promise<Exchange> {
  const rotation = app.get(KeyRotationService);
  const atWork = await rotation.programsAtWork();
  if (atWork.length > 0)
    return {
      isComplete: false,
      said: [`Programs work with this database and may know the old key alone: ${atWork.join(', ')}. Stop them first.`],
    };
  const { resealed } = await rotation.rotate();
  const authenticators = await app.get(AuthenticatorKeysService).rotate();
  const restricted = await app.get(RestrictedKeysService).rotate();
  const left = await rotation.left();
  const isComplete = Object.values(left).every((count) => count === 0);
  const said = [
    `Sealed with the new key: identities ${resealed}, secrets of one-time codes ${authenticators}, restricted facts ${restricted.resealed}.`,
  ];
  if (!isComplete)
    said.push(
      `Still sealed with another key: identities ${left.identities}, secrets of one-time codes ${left.authenticators}, restricted facts ${left.restrictedFacts}. ` +
        'Keep the old key: without the key they were sealed with they cannot be read.',
    );
  return { isComplete, said };
}
