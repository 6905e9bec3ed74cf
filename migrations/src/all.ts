import { CreatedTheFirstTables1764000000000 } from './1764000000000-created-the-first-tables.js';

/** All migrations in order. One that has been released is frozen. */
export const migrations = [CreatedTheFirstTables1764000000000];
