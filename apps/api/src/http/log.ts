import { pino } from 'pino';

/** The process's log: ids, codes and times only. Bodies, queries and names never reach it. */
export const log = pino({
  name: 'api',
  level: process.env['LOG_LEVEL'] ?? 'info',
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
});
