import { readFileSync } from 'node:fs';
import { reportProposals, writtenCases } from '@consilium/core';

/**
 * Proposes departments for the cases of a file, by the shipped rules and what the texts say, and compares with the departments the
 * cases name. Needs no database. Exit code 0 where the file could be read, 2 otherwise.
 */
const USAGE = 'Usage: npm run propose -- FILE';

try {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) throw new Error(USAGE);
  const read = writtenCases.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`This is no file of cases: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  for (const line of reportProposals(read.data.cases)) console.log(line);
} catch (error) {
  console.error(error instanceof Error ? error.message.split('\n')[0] : 'The cases could not be read.');
  process.exit(2);
}
