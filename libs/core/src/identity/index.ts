import { AuthenticatorKeysService } from './authenticator-keys.service.js';
import { DemonstrationPeopleService } from './demonstration-people.service.js';
import { EnrolmentService } from './enrolment.service.js';
import { FirstAdministratorService } from './first-administrator.service.js';
import { IdentityService } from './identity.service.js';
import { JoiningService } from './joining.service.js';
import { LocalAccounts } from './local-accounts.js';
import { OneTimeCodes } from './one-time-codes.js';
import { OwnSecurityService } from './own-security.service.js';
import { PasswordLinksService } from './password-links.service.js';
import { SecretSeal } from './secret-seal.js';
import { SignInService } from './sign-in.service.js';
import { UnknownNames } from './unknown-names.js';

export { Account } from './account.entity.js';
export { AuthenticatorKeysService } from './authenticator-keys.service.js';
export { DemonstrationPeopleService, type DemonstrationPerson } from './demonstration-people.service.js';
export { EnrolmentService } from './enrolment.service.js';
export { FirstAdministratorService } from './first-administrator.service.js';
export { IdentityService } from './identity.service.js';
export { invitationState, JoiningService } from './joining.service.js';
export { codeAt, OneTimeCodes } from './one-time-codes.js';
export { OwnSecurityService } from './own-security.service.js';
export { openPasswordLink, PasswordLinksService, withdrawPasswordLinks } from './password-links.service.js';
export { hashPassword, passwordIsAcceptable } from './passwords.js';
export { loadActor } from './people.js';
export { SecretSeal } from './secret-seal.js';
export { needsOneTimeCode } from './sign-in.rules.js';
export { SignInService, type Credentials } from './sign-in.service.js';
export {
  endSignIns,
  newToken,
  reopenScreens,
  tokenHash,
  type Presence,
  type SignedIn,
  type SignInPlace,
} from './sign-ins.js';

export const identityProviders = [
  SecretSeal,
  OneTimeCodes,
  LocalAccounts,
  UnknownNames,
  IdentityService,
  SignInService,
  EnrolmentService,
  OwnSecurityService,
  JoiningService,
  PasswordLinksService,
  FirstAdministratorService,
  DemonstrationPeopleService,
  AuthenticatorKeysService,
];
