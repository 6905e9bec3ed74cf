export { useNewsWaiting } from './api';
export { NewsPanel, WriteNews } from './news-panel';
