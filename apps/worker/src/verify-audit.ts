import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { chainBreakLabels } from '@consilium/contracts';
import { AuditVerificationService, CoreModule, readConfig, type Anchor, type ChainReport } from '@consilium/core';

/**
 * Verifies the hash chain of the audit log: exit code 0 where it is whole, 1 where it is broken, 2 where it could not be verified.
 * `--anchor <sequence>:<hash>` names a link noted earlier outside of the database, which the chain must still hold.
 */
const USAGE = 'Usage: npm run audit:verify [-- --anchor <sequence>:<hash>]';

function anchorFrom(words: readonly string[]): Anchor | undefined {
  if (words.length === 0) return undefined;
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(words[1] ?? '') ?? [];
  if (words.length !== 2 || words[0] !== '--anchor' || sequence === undefined || hash === undefined)
    throw new Error(USAGE);
  return { sequence: Number(sequence), hash };
}

function tell({ outcome, sealedRows, head, unsealed, broken, tookMilliseconds }: ChainReport): void {
  const seconds = (tookMilliseconds / 1_000).toFixed(1);
  if (outcome === 'PASSED') console.log(`The chain is whole: ${sealedRows} rows verified in ${seconds} s.`);
  if (broken) {
    const where = [
      broken.sequence !== null && `place ${broken.sequence} of the chain`,
      broken.eventId !== null && `audit row ${broken.eventId}`,
    ].filter((part) => part !== false);
    console.log(`The chain is BROKEN at ${where.join(', ')}: ${chainBreakLabels[broken.kind].en}.`);
    console.log(`${sealedRows} rows before it are as they were sealed.`);
  }
  const since = unsealed.since ? `, the oldest written at ${unsealed.since.toISOString()}` : '';
  console.log(`Not sealed yet: ${unsealed.rows} rows${since}.`);
  console.log(`Last link, to be noted elsewhere: ${head.sequence}:${head.hash}`);
}

try {
  const anchor = anchorFrom(process.argv.slice(2));
  const app = await NestFactory.createApplicationContext(
    CoreModule.forRoot({ config: readConfig(process.env), applicationName: 'consilium-audit-verify' }),
    { logger: ['error'], abortOnError: false },
  );
  const report = await app.get(AuditVerificationService).verify(undefined, { ...(anchor && { anchor }) });
  tell(report);
  process.exitCode = report.outcome === 'PASSED' ? 0 : 1;
  await app.close();
} catch (error) {
  console.error(error instanceof Error ? error.message.split('\n')[0] : 'The audit log could not be verified.');
  process.exit(2);
}
