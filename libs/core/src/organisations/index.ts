import { CentreService } from './centre.service.js';
import { DepartmentsService } from './departments.service.js';
import { DirectoryService } from './directory.service.js';
import { HospitalsService } from './hospitals.service.js';
import { RoomsService } from './rooms.service.js';

export { campusZone } from './campus-zone.js';
export { foundCentre } from './found-centre.js';
export { holdRow, hostFor } from './host.js';
export { Partnership } from './partnership.entity.js';
export { CentreService, DepartmentsService, DirectoryService, HospitalsService, RoomsService };

export const organisationProviders = [
  DirectoryService,
  HospitalsService,
  RoomsService,
  DepartmentsService,
  CentreService,
];
