import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CoreModule, FirstAdministratorService, readConfig } from '@consilium/core';

/** Prints the one-time link that makes the first administrator, while there is nobody; prints nothing otherwise. */
const config = readConfig(process.env);
const app = await NestFactory.createApplicationContext(
  CoreModule.forRoot({ config, applicationName: 'consilium-first-start' }),
  { logger: ['error'] },
);
const token = await app.get(FirstAdministratorService).issueToken();
// The token stands in the fragment, which browsers do not send and servers do not log.
if (token) console.log(`${config.PUBLIC_URL ?? `http://127.0.0.1:${config.PORT}`}/setup#${token}`);
await app.close();
