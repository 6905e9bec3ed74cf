export { Database } from './database.js';
export { entities } from './entities.js';
export { Installation } from './installation.entity.js';
export { staleProblem, Transaction, type AuditEntry, type Topic } from './transaction.js';
