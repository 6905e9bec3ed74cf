export { useLock, useSetLocale, useSignInAgain, useSignOut, useUnlock } from './api';
export { InvitationDialog } from './invitation-dialog';
