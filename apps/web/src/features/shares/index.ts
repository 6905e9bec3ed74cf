export { ChangeShareDialog } from './dialogs/change-dialog';
export { ConsentDialog } from './dialogs/consent-dialog';
export { RevokeShareDialog } from './dialogs/revoke-dialog';
export { WithdrawConsentDialog } from './dialogs/withdraw-consent-dialog';
export { SectionsField } from './fields';
