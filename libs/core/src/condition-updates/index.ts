import { NewsReadingService } from './news-reading.service.js';
import { NewsService } from './news.service.js';

export { NewsReadingService, NewsService };
export const conditionUpdateProviders = [NewsService, NewsReadingService];
