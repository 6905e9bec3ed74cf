export { privilegeHoldersQuery } from './api';
