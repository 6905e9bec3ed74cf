import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolder, openDataFolder } from '../src/data-folder.mjs';
import { beginSession, runningLauncher } from '../src/launcher-session.mjs';
import { endProcess, identityOf, isAlive, waitFor } from '../src/processes.mjs';
import { SupervisedProgram } from '../src/supervised-program.mjs';

let folder: string;
let data: DataFolder;
beforeEach(() => {
  folder = mkdtempSync(join(process.env['TEST_FOLDER'] ?? tmpdir(), 'session-'));
  data = openDataFolder(join(folder, 'data'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('one launcher at a time', () => {
  it('refuses a second one and says where the first one is', async () => {
    const session = await beginSession(data, 3456);
    await expect(beginSession(data, 3457)).rejects.toThrow(
      /already runs from this folder on http:\/\/localhost:3456: stop it with Ctrl-C/,
    );
    session.close();
    expect(runningLauncher(data)).toBeUndefined();
  });

  it('ends the programs of one that was killed, and no stranger with the same number', async () => {
    const left = spawn('sleep', ['30']);
    const stranger = spawn('sleep', ['30']);
    const note = {
      pid: 999_999_999,
      identity: 'gone',
      port: 3456,
      children: [
        { pid: left.pid, identity: identityOf(left.pid ?? 0) },
        { pid: stranger.pid, identity: 'of an earlier process' },
      ],
    };
    writeFileSync(data.at('launcher.json'), JSON.stringify(note));
    const session = await beginSession(data, 3456);
    expect(isAlive(left.pid)).toBe(false);
    expect(isAlive(stranger.pid)).toBe(true);
    stranger.kill('SIGKILL');
    session.close();
  });
});

describe('the data folder', () => {
  it('makes a secret once and keeps it to this account', () => {
    const secret = data.secret('key');
    expect(new DataFolder(data.path).secret('key')).toBe(secret);
    expect(secret).toHaveLength(48);
  });

  it('is not made of a folder with other files, which wiping would remove', () => {
    writeFileSync(join(folder, 'letter.txt'), 'mine');
    expect(() => openDataFolder(folder)).toThrow(/holds other files: set DATA_DIR/);
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('mine');
  });
});

describe('a supervised program', () => {
  const programIn = (
    code: string,
    more: { onGiveUp?: (sentence: string, details: string[]) => void; onRestart?: (sentence: string) => void } = {},
  ) => {
    const file = join(folder, 'program.mjs');
    writeFileSync(file, code);
    return new SupervisedProgram({
      name: 'Test Program',
      file,
      env: process.env,
      cwd: folder,
      logFolder: folder,
      ...more,
    });
  };

  it('is started again after a failure, and given up with the end of its log after three', async () => {
    const restarts: string[] = [];
    const [sentence, details] = await new Promise<[string, string[]]>((done) => {
      const program = programIn('console.log("no room at the inn"); process.exit(4)', {
        onRestart: (line) => void restarts.push(line),
        onGiveUp: (line, lines) => done([line, lines]),
      });
      program.start();
    });
    expect(restarts).toHaveLength(2);
    expect(restarts[0]).toMatch(/ended \(exit code 4\) and is started again in 1 s/);
    expect(sentence).toMatch(/failed 3 times \(exit code 4\): correct what its log .*test-program\.log says/);
    expect(details.at(-1)).toBe('no room at the inn');
  });

  it('ends when its launcher is killed', async () => {
    const program = new URL('../src/supervised-program.mjs', import.meta.url).href;
    const file = join(folder, 'stays.mjs');
    writeFileSync(file, `setInterval(() => {}, 1000);`);
    const launcher = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `const { SupervisedProgram } = await import(${JSON.stringify(program)});
       const it = new SupervisedProgram({ name: 'x', file: ${JSON.stringify(file)}, env: process.env, cwd: '/', logFolder: ${JSON.stringify(folder)}, onSpawn: (pid) => console.log(pid) });
       it.start();`,
    ]);
    const pid = Number(await new Promise<Buffer>((done) => launcher.stdout.once('data', done)));
    // The link between the two is there once the program runs its own code.
    await new Promise((done) => setTimeout(done, 300));
    expect(isAlive(pid)).toBe(true);
    launcher.kill('SIGKILL');
    expect(await waitFor(() => !isAlive(pid), { timeoutMs: 5000 })).toBe(true);
  });

  it('is ended by force when it does not end when asked', async () => {
    const program = programIn(`process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`);
    program.start();
    const { pid } = program;
    await new Promise((done) => setTimeout(done, 300));
    await endProcess(pid ?? 0, { graceMs: 200 });
    await program.stop(AbortSignal.abort());
    expect(isAlive(pid)).toBe(false);
  });
});
