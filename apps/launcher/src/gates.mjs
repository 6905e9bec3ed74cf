import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { buildWeb, compile } from './build.mjs';
import { checkFirstLoad } from './first-load.mjs';
import { say, seconds } from './messages.mjs';
import { inProject, projectRoot } from './paths.mjs';
import { run } from './run-program.mjs';
import { countFiles } from './sources.mjs';

/** @typedef {{ ok: boolean, output: string, note?: string }} GateResult */
/** @typedef {import('./test-counts.mjs').Counts} Counts */

/**
 * Runs one check that everything must pass; it counts as one test.
 * @param {string} name @param {() => Promise<GateResult>} check
 * @returns {Promise<Counts>}
 */
async function gate(name, check) {
  const begun = Date.now();
  const { ok, output, note } = await check();
  if (!ok) say(`${output.trimEnd()}\n`);
  say(`  ${ok ? '✓' : '✗'} ${name} (${seconds(Date.now() - begun)})${note ? `: ${note}` : ''}`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/**
 * Types, pages, lint and module boundaries. Types come first: the others read what the compiler writes.
 * @returns {Promise<Counts[]>}
 */
export async function runGates() {
  const types = await gate('types', checkTypes);
  const [web, lint, boundaries] = await Promise.all([
    gate('web build', checkWeb),
    gate('lint', () => npmScript('lint')),
    gate('boundaries', checkBoundaries),
  ]);
  return [types, web, lint, boundaries];
}

/** @returns {Promise<GateResult>} compiles first, since that repairs missing output, and then checks what is never compiled: tests, launcher */
async function checkTypes() {
  const compiled = await compile();
  return compiled.ok ? npmScript('typecheck') : compiled;
}

/** @returns {Promise<GateResult>} */
async function checkWeb() {
  const { ok, output, skipped } = await buildWeb();
  if (!ok) return { ok, output };
  const { ok: isLight, note } = checkFirstLoad();
  const unchanged = skipped ? ', unchanged since the last build' : '';
  return {
    ok: isLight,
    output: isLight ? output : `${note}: take what the board does not need out of it.`,
    note: `${note}${unchanged}`,
  };
}

/** @returns {Promise<GateResult>} */
async function checkBoundaries() {
  const result = await npmScript('boundaries');
  if (!result.ok) return result;
  return { ...result, ...judgeCruise(result.output, countFiles(['apps', 'libs', 'migrations', 'e2e'], /\.tsx?$/)) };
}

/**
 * With a compiler it does not know, dependency-cruiser looks at nothing and reports no violation; that must not pass.
 * @param {string} output of dependency-cruiser
 * @param {number} sourceFiles how many TypeScript files there are
 * @returns {{ ok: boolean, note: string }}
 */
export function judgeCruise(output, sourceFiles) {
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  const ok = sourceFiles <= 50 || modules >= 50;
  return { ok, note: ok ? `${modules} modules` : `only ${modules} modules of ${sourceFiles} files were looked at` };
}

/** @param {string} name @returns {Promise<GateResult>} */
async function npmScript(name) {
  /** @type {Record<string, string>} */
  const scripts = JSON.parse(readFileSync(inProject('package.json'), 'utf8')).scripts;
  const { code, output } = await run(
    'sh',
    ['-c', scripts[name] ?? `echo "package.json has no script ${name}"; exit 1`],
    {
      cwd: projectRoot,
      env: { ...process.env, PATH: `${inProject('node_modules/.bin')}${delimiter}${process.env['PATH']}` },
    },
  );
  return { ok: code === 0, output };
}
