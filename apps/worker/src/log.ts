import { pino } from 'pino';

/** The process's log: ids, codes, counts and times only. */
export const log = pino({
  name: 'worker',
  level: process.env['LOG_LEVEL'] ?? 'info',
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
});
