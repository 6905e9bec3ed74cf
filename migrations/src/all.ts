import { CreatedTheFirstTables1764000000000 } from './1764000000000-created-the-first-tables.js';
import { SealedTheAuditLog1764100000000 } from './1764100000000-sealed-the-audit-log.js';
import { RaisedTheRowLevelWall1764200000000 } from './1764200000000-raised-the-row-level-wall.js';
import { StrengthenedSigningIn1764300000000 } from './1764300000000-strengthened-signing-in.js';
import { FurnishedTheOrganisation1764400000000 } from './1764400000000-furnished-the-organisation.js';
import { PostedStaffAndPrivileges1764500000000 } from './1764500000000-posted-staff-and-privileges.js';
import { ScopedTheShares1764600000000 } from './1764600000000-scoped-the-shares.js';
import { OpenedForEmergencies1764700000000 } from './1764700000000-opened-for-emergencies.js';
import { TightenedSigningIn1764800000000 } from './1764800000000-tightened-signing-in.js';
import { KeptTheRecordInParts1764900000000 } from './1764900000000-kept-the-record-in-parts.js';
import { KeptFilesWithCases1765800000000 } from './1765800000000-kept-files-with-cases.js';
import { RecognisedPatients1765600000000 } from './1765600000000-recognised-patients.js';
import { MadeCasesFindable1765700000000 } from './1765700000000-made-cases-findable.js';
import { AskedForOpinionsAgain1765200000000 } from './1765200000000-asked-for-opinions-again.js';
import { RememberedWhatDecisionsStandOn1765300000000 } from './1765300000000-remembered-what-decisions-stand-on.js';
import { TurnedTheCourseOfCases1765000000000 } from './1765000000000-turned-the-course-of-cases.js';
import { CheckedTheMaterial1765100000000 } from './1765100000000-checked-the-material.js';
import { AskedForConsults1765400000000 } from './1765400000000-asked-for-consults.js';
import { TookInNews1765500000000 } from './1765500000000-took-in-news.js';
import { KeptTheProposalRules1765900000000 } from './1765900000000-kept-the-proposal-rules.js';

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
  KeptTheRecordInParts1764900000000,
  KeptFilesWithCases1765800000000,
  RecognisedPatients1765600000000,
  MadeCasesFindable1765700000000,
  AskedForOpinionsAgain1765200000000,
  RememberedWhatDecisionsStandOn1765300000000,
  TurnedTheCourseOfCases1765000000000,
  CheckedTheMaterial1765100000000,
  AskedForConsults1765400000000,
  TookInNews1765500000000,
  KeptTheProposalRules1765900000000,
];
