import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CoreModule, readConfig } from '@consilium/core';
import { exchangeKeys } from './exchange-keys.js';

/** Exchanges the key under which identities and one-time codes are kept: exit code 0 where nothing is left under another key, else 1. */
try {
  const app = await NestFactory.createApplicationContext(
    CoreModule.forRoot({ config: readConfig(process.env), applicationName: 'consilium-key-rotation' }),
    { logger: ['error'], abortOnError: false },
  );
  const { isComplete, said } = await exchangeKeys(app);
  await app.close();
  for (const line of said) (isComplete ? console.log : console.error)(line);
  process.exitCode = isComplete ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message.split('\n')[0] : 'The key could not be rotated.');
  process.exit(1);
}
