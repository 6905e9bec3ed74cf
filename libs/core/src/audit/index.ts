import { AuditExportService } from './audit-export.service.js';
import { AuditReadingService } from './audit-reading.service.js';
import { AuditSealService } from './audit-seal.service.js';
import { AuditVerificationService } from './audit-verification.service.js';
import { KnownLinks } from './known-links.js';

export { AuditExportService } from './audit-export.service.js';
export { AuditReadingService } from './audit-reading.service.js';
export { AuditSealService } from './audit-seal.service.js';
export { AuditVerificationService, type ChainReport } from './audit-verification.service.js';
export { csvOf } from './csv.js';
export { fingerprint, fingerprintOf, type Fingerprint } from './fingerprint.js';
export type { Anchor } from './known-links.js';

export const auditProviders = [
  KnownLinks,
  AuditReadingService,
  AuditExportService,
  AuditSealService,
  AuditVerificationService,
];
