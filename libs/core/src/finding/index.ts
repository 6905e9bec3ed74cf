import type { Provider } from '@nestjs/common';
import { CaseSearchService } from './case-search.service.js';
import { SavedFiltersService } from './saved-filters.service.js';

export { CaseSearchService, SavedFiltersService };

export const findingProviders: Provider[] = [CaseSearchService, SavedFiltersService];
