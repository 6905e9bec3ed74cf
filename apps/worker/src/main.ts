import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '@consilium/core';
import { log } from './log.js';
import { WorkerModule } from './worker.module.js';

try {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(readConfig(process.env)), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  app.enableShutdownHooks();
  log.info('the worker is ready');
} catch (error) {
  log.fatal(
    { failure: error instanceof Error ? error.message.split('\n')[0] : 'unknown' },
    'the worker could not start',
  );
  // An open handle must not keep a process alive that serves nothing.
  process.exit(1);
}
