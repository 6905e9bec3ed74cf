export { AuditScreen } from './screens/audit';
