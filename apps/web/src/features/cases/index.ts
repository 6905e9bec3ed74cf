export { caseQuery } from './api';
