export { migrations } from './all.js';
export { describeSchema } from './describe-schema.js';
export { runMigrations } from './run-migrations.js';
export { prepareProgramsAccount } from './programs-account.js';
