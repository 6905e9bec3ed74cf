import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AuthenticatorKeysService, CoreModule, KeyRotationService, readConfig } from '@consilium/core';

/** Seals every identity with DATA_KEY that is still sealed with DATA_KEY_PREVIOUS: exit code 0 where nothing is left under another key, else 1. */
try {
  const app = await NestFactory.createApplicationContext(
    CoreModule.forRoot({ config: readConfig(process.env), applicationName: 'consilium-key-rotation' }),
    { logger: ['error'], abortOnError: false },
  );
  const { resealed, foreign } = await app.get(KeyRotationService).rotate();
  const authenticators = await app.get(AuthenticatorKeysService).rotate();
  await app.close();
  console.log(`Identities sealed with the new key: ${resealed}; secrets of one-time codes: ${authenticators}.`);
  if (foreign > 0) {
    console.error(`Identities sealed with a key that is neither of the two: ${foreign}. They were left as they are.`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message.split('\n')[0] : 'The key could not be rotated.');
  process.exit(1);
}
