import { prepareProgramsAccount } from './programs-account.js';
import { runMigrations } from './run-migrations.js';

const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('Set DATABASE_URL to the database that is to be migrated.');
  process.exit(2);
}
const applied = await runMigrations(url);
const programsUrl = process.env['PROGRAMS_DATABASE_URL'];
if (programsUrl) await prepareProgramsAccount(url, programsUrl);
console.log(applied.length === 0 ? 'The schema is up to date.' : `Applied: ${applied.join(', ')}`);
