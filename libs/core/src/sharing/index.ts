import type { Provider } from '@nestjs/common';
import { RemoteOpinionService } from './remote-opinion.service.js';
import { RemotePortalService } from './remote-portal.service.js';
import { ShareRevocationService } from './share-revocation.service.js';

export { agreementOn, endShares, moveShares, shareCase, type NewShare } from './shares.js';
export { RemoteOpinionService, RemotePortalService, ShareRevocationService };

export const sharingProviders: Provider[] = [RemotePortalService, RemoteOpinionService, ShareRevocationService];
