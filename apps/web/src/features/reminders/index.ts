export { useUnread } from './api';
