import { CreatedTheFirstTables1764000000000 } from './1764000000000-created-the-first-tables.js';
import { SealedTheAuditLog1764100000000 } from './1764100000000-sealed-the-audit-log.js';
import { RaisedTheRowLevelWall1764200000000 } from './1764200000000-raised-the-row-level-wall.js';
import { StrengthenedSigningIn1764300000000 } from './1764300000000-strengthened-signing-in.js';

/** All migrations in order. One that has been released is frozen. */
export const migrations = [
  CreatedTheFirstTables1764000000000,
  SealedTheAuditLog1764100000000,
  RaisedTheRowLevelWall1764200000000,
  StrengthenedSigningIn1764300000000,
];
