import { programs, projectRoot, run, SupervisedProgram, waitFor } from '@consilium/launcher';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { copyOfContent, redisDatabase, secretsOfRun } from '../harness/content.js';
import { Figures, isQuick, median, say, spread, words } from './measure/figures.js';

/**
 * How long verifying the audit log takes, beside plainly reading the same rows over the same connection in the same run.
 * `npm run bench -- audit-verify [rows]`; a million rows where nothing is said. On a database of its own.
 */
const ROWS = Number(words[0] ?? (isQuick ? 100_000 : 1_000_000));
const ROUNDS = 3;
/** A million rows in a minute, and fewer in proportion. */
const LIMIT_SECONDS = Math.max(6, (60 * ROWS) / 1_000_000);
const PAGE = 5_000;
const GENERATED_AT_ONCE = 100_000;

const seconds = (since: number): number => (performance.now() - since) / 1_000;

// Lines as the product writes them: openings, changes of state, and saved plans with a dozen stages.
const GENERATE = `
  INSERT INTO audit_events (at, actor_id, actor, action, outcome, object_kind, object_id, case_id, hospital_id, request_id, detail, roles, source, before, after)
  SELECT now() - interval '1 year' + n * interval '20 seconds', md5((n % 400)::text)::uuid, '医师' || n % 400,
    (ARRAY['case.opened', 'board.opened', 'case.preparing', 'opinion.given', 'plan.saved'])[1 + n % 5], 'DONE', 'case', md5(n::text)::uuid::text,
    md5((n % 20000)::text)::uuid, md5('house')::uuid, md5(n::text)::uuid::text, jsonb_build_object('departmentId', md5((n % 13)::text)::uuid),
    ARRAY['DEPT_MEMBER', 'CASE_OWNER'], '10.0.' || n % 250 || '.7',
    CASE WHEN n % 5 > 1 THEN jsonb_build_object('state', 'TRIAGE', 'text', jsonb_build_object('characters', n % 900, 'sha256', left(md5(n::text), 12))) END,
    CASE WHEN n % 5 > 1 THEN jsonb_build_object('state', 'PREPARING', 'stages', (SELECT jsonb_agg(jsonb_build_object('code', 'S' || s, 'minutes', s * 10)) FROM generate_series(1, CASE WHEN n % 5 = 4 THEN 12 ELSE 1 END) s)) END
  FROM generate_series($1::int, $2::int) n`;

async function plainRead(client: Client): Promise<number> {
  const began = performance.now();
  let last = '0';
  for (;;) {
    const { rows } = await client.query<{ id: string }>(
      'SELECT * FROM audit_events WHERE id > $1 ORDER BY id LIMIT $2',
      [last, PAGE],
    );
    const end = rows.at(-1);
    if (!end) return seconds(began);
    last = end.id;
  }
}

const folder = mkdtempSync(join(process.env['TEST_FOLDER'] ?? tmpdir(), 'bench-'));
mkdirSync(join(folder, 'logs'));
const [databaseUrl, redisUrl] = await Promise.all([copyOfContent('empty', folder), redisDatabase()]);
const env = {
  ...process.env,
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
  DATABASE_URL: databaseUrl,
  REDIS_URL: redisUrl,
  DATA_DIR: folder,
  DATA_KEY: secretsOfRun().dataKey,
};
const client = new Client({ connectionString: databaseUrl });
await client.connect();
const verify = () => run(process.execPath, [join(projectRoot, 'apps/worker/dist/verify-audit.js')], { env });
const figures = new Figures('audit-verify');
let isFound = false;
const worker = new SupervisedProgram({
  name: 'worker',
  file: join(projectRoot, programs.worker),
  env,
  cwd: projectRoot,
  logFolder: join(folder, 'logs'),
});
try {
  let began = performance.now();
  for (let from = 1; from <= ROWS; from += GENERATED_AT_ONCE)
    await client.query(GENERATE, [from, Math.min(ROWS, from + GENERATED_AT_ONCE - 1)]);
  say(`${ROWS.toLocaleString('en')} rows written`, `${seconds(began).toFixed(1)} s`);

  began = performance.now();
  worker.start();
  const sealed = await waitFor(
    async () => {
      const { rows } = await client.query<{ done: boolean }>(
        'SELECT NOT EXISTS (SELECT 1 FROM audit_unsealed u JOIN audit_events e ON e.id = u.event_id WHERE e.action <> $1) AS done',
        ['audit.verified'],
      );
      return rows[0]?.done;
    },
    { timeoutMs: 600_000, everyMs: 200 },
  );
  if (!sealed) throw new Error('the rows were not sealed within ten minutes');
  say('sealed by the follower after the worker started', `${seconds(began).toFixed(1)} s`);
  await worker.stop();
  await client.query('VACUUM ANALYZE');

  const plain: number[] = [];
  const verified: number[] = [];
  let rowsVerified = NaN;
  for (let round = 0; round < ROUNDS; round++) {
    plain.push(await plainRead(client));
    began = performance.now();
    const { code, output } = await verify();
    verified.push(seconds(began));
    if (code !== 0) throw new Error(output);
    rowsVerified = Number(/whole: (\d+) rows verified/.exec(output)?.[1]);
  }
  if (!(rowsVerified >= ROWS)) throw new Error(`only ${rowsVerified} of ${ROWS} rows were verified`);
  say('rows the command says it verified', rowsVerified.toLocaleString('en'));
  figures.add('limit', 'limit: reading the same rows plainly, median', {
    value: median(plain),
    unit: 's',
    spread: spread(plain),
  });
  figures.add('whole', 'verifying the chain, whole command, median', {
    value: median(verified),
    unit: 's',
    spread: spread(verified),
    target: { at: 'most', value: LIMIT_SECONDS },
  });
  const ratios = verified.map((took, at) => took / (plain[at] ?? NaN));
  figures.add('ratio', 'ratio to the limit (1 would be reading alone)', {
    value: median(ratios),
    unit: '×',
    spread: spread(ratios),
  });

  const place = Math.floor(ROWS * 0.9);
  const intruder = new Client({ connectionString: superuserAt(databaseUrl) });
  await intruder.connect();
  await intruder.query('SET session_replication_role = replica');
  const { rows } = await intruder.query<{ id: string }>(
    `UPDATE audit_events SET actor = 'x' WHERE id = (SELECT event_id FROM audit_seals WHERE sequence = $1) RETURNING id`,
    [place],
  );
  await intruder.end();
  const { code, output } = await verify();
  isFound = code === 1 && output.includes(`audit row ${rows[0]?.id ?? ''}:`);
  say(`row ${rows[0]?.id ?? ''}, changed by a superuser, is found and named`, isFound ? 'yes' : 'NO');
} finally {
  await worker.stop();
  await client.end();
  await dropDatabase(databaseUrl);
  rmSync(folder, { recursive: true, force: true });
}
figures.finish();
if (!isFound) process.exitCode = 1;

function superuserAt(url: string): string {
  const address = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  address.pathname = new URL(url).pathname;
  return address.href;
}

async function dropDatabase(url: string): Promise<void> {
  const server = new Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  await server.connect();
  await server.query(`DROP DATABASE IF EXISTS ${server.escapeIdentifier(new URL(url).pathname.slice(1))} WITH (FORCE)`);
  await server.end();
}
