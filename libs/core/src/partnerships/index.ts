import { PartnershipsService } from './partnerships.service.js';

export { PartnershipsService };

export const partnershipProviders = [PartnershipsService];
