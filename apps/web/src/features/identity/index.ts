export { useSetLocale, useSignInAgain, useSignOut } from './api';
