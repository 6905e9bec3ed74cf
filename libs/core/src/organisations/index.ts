import { DirectoryService } from './directory.service.js';

export { campusZone } from './campus-zone.js';
export { DirectoryService } from './directory.service.js';
export { foundCentre } from './found-centre.js';

export const organisationProviders = [DirectoryService];
