export { sessionQuery, sessionsQuery } from './api';
