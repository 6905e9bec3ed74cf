import { pino } from 'pino';
import { startMailCatcher } from './mail-catcher.js';

const log = pino({ name: 'mail-catcher', base: { pid: process.pid } });
const databaseUrl = process.env['DATABASE_URL'];
const port = Number(process.env['MAIL_CATCHER_PORT'] ?? 1025);

if (!databaseUrl) {
  log.fatal('DATABASE_URL is not set');
  process.exit(1);
}
const catcher = await startMailCatcher({ databaseUrl, port, host: process.env['HOST'] ?? '127.0.0.1' }).catch(
  (error: unknown) => {
    const failure = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    log.fatal({ port, failure }, 'the mail catcher could not start');
    process.exit(1);
  },
);
log.info({ port }, 'the mail catcher is ready');

const stop = (): void => void catcher.stop().finally(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
