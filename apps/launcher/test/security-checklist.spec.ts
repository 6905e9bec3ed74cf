import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/paths.mjs';

const inProject = (path: string) => join(projectRoot, path);
const read = (path: string) => readFileSync(inProject(path), 'utf8');
const checklist = read('docs/security-checklist.md');

/** Files of the house as the document writes them: with a folder, or known by their ending. */
const FILE = /^[\w.-]+(?:\/[\w.-]+)*\.(?:ts|tsx|mjs|md|json|yml|dockerignore)$|^apps\/launcher\/Dockerfile$/;

interface Line {
  number: string;
  state: string;
  evidence: string;
}

const lines: Line[] = checklist
  .split('\n')
  .filter((line) => /^\| \d+\.\d+\.\d+/.test(line))
  .map((line) => {
    const [, number = '', , state = '', evidence = ''] = line.split('|').map((cell) => cell.trim());
    return { number, state, evidence };
  });
const files = [...checklist.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code).filter((code) => FILE.test(code));
const quoted = [...checklist.matchAll(/`([^`]+)`((?:,? “[^”]+”)+)/g)].flatMap(([, file = '', names = '']) =>
  [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']): [string, string] => [file, name]),
);

describe('the security checklist', () => {
  it('names files that exist', () => {
    expect(files.length).toBeGreaterThan(100);
    expect([...new Set(files)].filter((file) => !existsSync(inProject(file)))).toEqual([]);
  });

  it('quotes tests by the names they bear', () => {
    expect(quoted.length).toBeGreaterThan(40);
    expect(quoted.filter(([file, name]) => !read(file).includes(name))).toEqual([]);
  });

  it('says of every line how it stands: met, open with what is missing, or not applicable with the reason', () => {
    expect(lines.length).toBeGreaterThan(120);
    expect(lines.filter(({ state }) => !/^(met|open: .{10}|not applicable: .{4})/.test(state))).toEqual([]);
  });

  it('shows something for every line that is met', () => {
    const met = lines.filter(({ state }) => state.startsWith('met'));
    expect(met.filter(({ evidence }) => !/`[^`]+`/.test(evidence) && evidence.length < 20)).toEqual([]);
  });

  it('has no line twice', () => {
    const numbers = lines.flatMap(({ number }) => number.split(', '));
    expect(numbers.filter((number, place) => numbers.indexOf(number) !== place)).toEqual([]);
  });
});

describe('the journeys', () => {
  const folder = 'e2e/journeys';
  const journeys = readdirSync(inProject(folder)).filter((name) => name.endsWith('.journey.ts'));
  /** The one in which patients are named on purpose, to see that the search finds them. */
  const CONTROL = 'secrecy.journey.ts';

  it.each(journeys.filter((name) => name !== CONTROL))(
    'end with the search for patients in everything the house has left behind: %s',
    (name) => {
      expect(read(`${folder}/${name}`)).toMatch(/^leavesNobodyNamed\(.*\);\s*$/ms);
    },
  );

  it('hold the proof that this search is not blind', () => {
    expect(journeys).toContain(CONTROL);
  });
});
