import { AccountsService } from './accounts.service.js';
import { MembershipsService } from './memberships.service.js';
import { PeopleService } from './people.service.js';
import { PrivilegesService } from './privileges.service.js';

export { AccountsService } from './accounts.service.js';
export { MembershipsService } from './memberships.service.js';
export { PeopleService } from './people.service.js';
export { PrivilegesService } from './privileges.service.js';

export const peopleProviders = [PeopleService, MembershipsService, AccountsService, PrivilegesService];
