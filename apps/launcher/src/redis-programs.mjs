import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { PlainError, fullDiskSentence, saysDiskFull } from './plain-error.mjs';
import { removeFolder } from './postgres-programs.mjs';
import { findProgram, lastLines, run } from './run-program.mjs';

/** @typedef {{ program: string, env: NodeJS.ProcessEnv }} RedisProgram */

const names = ['valkey-server', 'redis-server'];

/** @returns {boolean} whether a Redis can be had here without anyone installing one */
export const redisCanBeHad = () =>
  names.some((name) => findProgram(name)) ||
  (process.platform === 'linux' && findProgram('apt-get') !== undefined && findProgram('dpkg') !== undefined);

/**
 * A Redis or Valkey that starts on this machine: one that is installed, one unpacked before, or one unpacked now from the system's own archive.
 * @param {string} fallback folder used when this account has no cache folder of its own
 * @returns {Promise<RedisProgram>}
 */
export async function redisProgram(fallback) {
  for (const name of names) {
    const program = findProgram(name);
    if (program && (await starts({ program, env: {} }))) return { program, env: {} };
  }
  const folder = join(cacheFolder(fallback), `redis-${process.arch}`);
  const cached = unpackedIn(folder);
  if (cached && (await starts(cached))) return cached;
  return unpack(folder);
}

/** @param {string} fallback */
function cacheFolder(fallback) {
  const wish = process.env['XDG_CACHE_HOME'];
  const folder = join(wish && isAbsolute(wish) ? wish : join(homedir(), '.cache'), 'consilium');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return folder;
  } catch {
    mkdirSync(fallback, { recursive: true });
    return fallback;
  }
}

/** @param {RedisProgram} redis */
async function starts({ program, env }) {
  const { code } = await run(program, ['--version'], { env: { ...process.env, ...env } });
  return code === 0;
}

/** @param {string} folder @returns {RedisProgram | undefined} */
function unpackedIn(folder) {
  const program = names.map((name) => join(folder, 'usr/bin', name)).find((path) => existsSync(path));
  return program ? { program, env: { LD_LIBRARY_PATH: libraryFolders(folder).join(':') } } : undefined;
}

/** @param {string} root */
function libraryFolders(root) {
  return ['usr/lib', 'lib'].flatMap((place) => {
    const folder = join(root, place);
    if (!existsSync(folder)) return [];
    const inside = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && entry.name.includes('-linux-'),
    );
    return [...inside.map((entry) => join(folder, entry.name)), folder];
  });
}

/**
 * Fetches the packages with the system's own tool and unpacks them into a folder; nothing is installed and no rights are needed.
 * @param {string} folder
 * @returns {Promise<RedisProgram>}
 */
async function unpack(folder) {
  if (!findProgram('apt-get') || !findProgram('dpkg'))
    throw new PlainError('No Redis was found: install redis or valkey, or set REDIS_URL, and start again.');
  const draft = mkdtempSync(`${folder}-`);
  try {
    let output = '';
    for (const server of [
      ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1'],
      ['valkey-server', 'valkey-tools', 'libjemalloc2', 'liblzf1'],
    ]) {
      const fetched = await fetchPackages(server, draft);
      output = fetched.output;
      if (fetched.ok) break;
    }
    if (!unpackedIn(draft)) throw unavailable(output);
    await addMissingLibraries(draft);
    const redis = unpackedIn(draft);
    if (!redis || !(await starts(redis)))
      throw unavailable(
        (redis && (await run(redis.program, ['--version'], { env: { ...process.env, ...redis.env } })).output) ?? '',
      );
    for (const rest of ['archives', 'apt']) removeFolder(join(draft, rest));
    // Another clone may have been as far in the same moment: either result is good.
    if (!(unpackedIn(folder) && (await starts(/** @type {RedisProgram} */ (unpackedIn(folder)))))) {
      removeFolder(folder);
      renameSync(draft, folder);
    }
    return /** @type {RedisProgram} */ (unpackedIn(folder));
  } finally {
    removeFolder(draft);
  }
}

/** @param {string} output */
function unavailable(output) {
  if (saysDiskFull(output)) return new PlainError(fullDiskSentence());
  return new PlainError(
    'Redis could not be fetched from the system archive: check the network, or install redis-server, or set REDIS_URL, and start again.',
    {
      details: lastLines(output, 4),
    },
  );
}

/**
 * @param {string[]} packages @param {string} root
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
async function fetchPackages(packages, root) {
  const archives = join(root, 'archives');
  for (const folder of ['archives', 'apt/state/lists/partial', 'apt/cache/archives/partial'])
    mkdirSync(join(root, folder), { recursive: true });
  const shared = ['-q', '-o', 'APT::Sandbox::User=root'];
  // The system's package lists may be missing or too old, and only root may renew them: then lists of our own, beside it.
  const own = [
    ...shared,
    '-o',
    `Dir::State=${root}/apt/state`,
    '-o',
    'Dir::State::status=/var/lib/dpkg/status',
    '-o',
    `Dir::Cache=${root}/apt/cache`,
    '-o',
    'Debug::NoLocking=1',
  ];
  let { code, output } = await run('apt-get', [...shared, 'download', ...packages], { cwd: archives });
  if (code !== 0 && !saysDiskFull(output)) {
    const update = await run('apt-get', [...own, 'update'], { cwd: archives });
    ({ code, output } = await run('apt-get', [...own, 'download', ...packages], { cwd: archives }));
    output = `${update.output}${output}`;
  }
  if (code !== 0) return { ok: false, output };
  for (const file of readdirSync(archives).filter((name) => name.endsWith('.deb'))) {
    const unpacked = await run('dpkg', ['-x', join(archives, file), root]);
    if (unpacked.code !== 0) return { ok: false, output: unpacked.output };
  }
  return { ok: true, output };
}

/**
 * Newer systems link Redis against more libraries: adds the ones its packages name, when the program misses any.
 * @param {string} root
 */
async function addMissingLibraries(root) {
  const redis = unpackedIn(root);
  if (!redis) return;
  const { stdout } = await run('ldd', [redis.program], { env: { ...process.env, ...redis.env } });
  if (!/not found/.test(stdout)) return;
  const archives = join(root, 'archives');
  const wanted = new Set();
  for (const file of readdirSync(archives).filter((name) => name.endsWith('.deb'))) {
    const { stdout: depends } = await run('dpkg-deb', ['--field', join(archives, file), 'Pre-Depends', 'Depends']);
    for (const [name] of depends.matchAll(/\blib[a-z0-9][a-z0-9+.-]*/g))
      if (!name.startsWith('libc6')) wanted.add(name);
  }
  for (const name of wanted) await fetchPackages([name], root);
}
