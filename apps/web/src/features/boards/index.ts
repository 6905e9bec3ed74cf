export { overdueQuery, useOverdue } from './api';
