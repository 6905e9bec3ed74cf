import { CreatedTheFirstTables1764000000000 } from './1764000000000-created-the-first-tables.js';
import { SealedTheAuditLog1764100000000 } from './1764100000000-sealed-the-audit-log.js';
import { RaisedTheRowLevelWall1764200000000 } from './1764200000000-raised-the-row-level-wall.js';
import { StrengthenedSigningIn1764300000000 } from './1764300000000-strengthened-signing-in.js';
import { FurnishedTheOrganisation1764400000000 } from './1764400000000-furnished-the-organisation.js';
import { PostedStaffAndPrivileges1764500000000 } from './1764500000000-posted-staff-and-privileges.js';
import { ScopedTheShares1764600000000 } from './1764600000000-scoped-the-shares.js';
import { OpenedForEmergencies1764700000000 } from './1764700000000-opened-for-emergencies.js';
import { TightenedSigningIn1764800000000 } from './1764800000000-tightened-signing-in.js';

/** All migrations in order. One that has been released is frozen. */
export const migrations = [
  CreatedTheFirstTables1764000000000,
  SealedTheAuditLog1764100000000,
  RaisedTheRowLevelWall1764200000000,
  StrengthenedSigningIn1764300000000,
  FurnishedTheOrganisation1764400000000,
  PostedStaffAndPrivileges1764500000000,
  ScopedTheShares1764600000000,
  OpenedForEmergencies1764700000000,
  TightenedSigningIn1764800000000,
];
