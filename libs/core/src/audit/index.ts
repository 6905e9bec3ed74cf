import { AuditExportService } from './audit-export.service.js';
import { AuditReadingService } from './audit-reading.service.js';
import { AuditSealService } from './audit-seal.service.js';
import { AuditVerificationService } from './audit-verification.service.js';

export { AuditExportService } from './audit-export.service.js';
export { AuditReadingService } from './audit-reading.service.js';
export { AuditSealService } from './audit-seal.service.js';
export { AuditVerificationService, type Anchor, type ChainReport } from './audit-verification.service.js';
export { fingerprint, fingerprintOf, type Fingerprint } from './fingerprint.js';

export const auditProviders = [AuditReadingService, AuditExportService, AuditSealService, AuditVerificationService];
