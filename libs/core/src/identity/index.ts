import { DemonstrationPeopleService } from './demonstration-people.service.js';
import { FirstAdministratorService } from './first-administrator.service.js';
import { IdentityService } from './identity.service.js';

export { Account } from './account.entity.js';
export { DemonstrationPeopleService, type DemonstrationPerson } from './demonstration-people.service.js';
export { FirstAdministratorService } from './first-administrator.service.js';
export { IdentityService, loadActor, type SignedIn } from './identity.service.js';
export { hashPassword, passwordIsAcceptable } from './passwords.js';

export const identityProviders = [IdentityService, FirstAdministratorService, DemonstrationPeopleService];
