import { findProgram, projectCache, run } from '@consilium/launcher';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { fontConfiguration } from './fonts.js';

export interface BrowserProgram {
  path: string;
  env: Record<string, string>;
}

const installedNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Whether the journeys can run here, and if not, why. */
export async function browserAvailable(): Promise<{ available: boolean; reason: string }> {
  try {
    const { path } = await browserProgram();
    return { available: true, reason: path };
  } catch (error) {
    return { available: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * A Chromium that starts on this machine: the one CHROMIUM_PATH names, an installed one, or the one that came with the packages.
 * @throws when there is none, with the reason
 */
export async function browserProgram(): Promise<BrowserProgram> {
  const fonts = { FONTCONFIG_FILE: fontConfiguration(join(projectCache, 'fonts')) };
  const wish = process.env['CHROMIUM_PATH'];
  if (wish) {
    const named = { path: wish, env: fonts };
    const problem = await problemOf(named);
    if (problem) throw new Error(`CHROMIUM_PATH is ${wish}, which does not start: ${problem}`);
    return named;
  }
  for (const name of installedNames) {
    const path = findProgram(name);
    if (path && !(await problemOf({ path, env: fonts }))) return { path, env: fonts };
  }
  const packed = await packedProgram(fonts);
  const problem = await problemOf(packed);
  if (problem)
    throw new Error(
      `the Chromium from the packages does not start (${problem}); install chromium or set CHROMIUM_PATH`,
    );
  return packed;
}

/** Why a browser does not start; undefined when it does. Some distributions install a stand-in that only names another installer. */
async function problemOf({ path, env }: BrowserProgram): Promise<string | undefined> {
  const { code, output } = await run(path, ['--version', '--no-sandbox'], { env: { ...process.env, ...env } });
  return code === 0 ? undefined : (output.trim().split('\n').at(-1) ?? `exit code ${code}`);
}

async function packedProgram(fonts: Record<string, string>): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `the packages bring no Chromium for ${process.platform} ${process.arch}; install chromium or set CHROMIUM_PATH`,
    );
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const archives = join(dirname(entry), '../../bin');
  const folder = join(projectCache, 'chromium-147.0.0');
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}`;
    mkdirSync(join(draft, 'libraries'), { recursive: true });
    try {
      await Promise.all([
        unpackProgram(join(archives, 'chromium.br'), join(draft, 'chromium')),
        unpackFolder(join(archives, 'al2023.tar.br'), join(draft, 'libraries')),
      ]);
      if (!existsSync(folder)) renameSync(draft, folder);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  // Its libraries (NSS, NSPR, expat) lie in the archive's lib folder; the package itself unpacks them only where it believes to be in a cloud function.
  return { path: join(folder, 'chromium'), env: { ...fonts, LD_LIBRARY_PATH: join(folder, 'libraries/lib') } };
}

async function unpackProgram(archive: string, target: string): Promise<void> {
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(target, { mode: 0o755 }));
}

async function unpackFolder(archive: string, target: string): Promise<void> {
  const tar = join(target, 'archive.tar');
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(tar));
  const { code, output } = await run('tar', ['-xf', tar, '-C', target]);
  rmSync(tar);
  if (code !== 0) throw new Error(`the libraries of Chromium could not be unpacked: ${output.trim()}`);
}
