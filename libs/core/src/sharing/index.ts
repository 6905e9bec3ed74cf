import type { Provider } from '@nestjs/common';
import { ConsentsService } from './consents.service.js';
import { RemoteOpinionService } from './remote-opinion.service.js';
import { RemotePortalService } from './remote-portal.service.js';
import { ShareChangeService } from './share-change.service.js';
import { ShareExportService } from './share-export.service.js';
import { ShareReadingService } from './share-reading.service.js';

export { agreementOn } from './agreements.js';
export { endShares, endSharesUnder } from './ending-shares.js';
export { moveShares, shareCase, type NewShare } from './shares.js';
export { refusedSections } from './sharing.rules.js';
export {
  ConsentsService,
  RemoteOpinionService,
  RemotePortalService,
  ShareChangeService,
  ShareExportService,
  ShareReadingService,
};

export const sharingProviders: Provider[] = [
  ConsentsService,
  RemotePortalService,
  RemoteOpinionService,
  ShareChangeService,
  ShareReadingService,
  ShareExportService,
];
