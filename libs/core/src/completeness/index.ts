import type { Provider } from '@nestjs/common';
import { CompletenessService } from './completeness.service.js';

export { CompletenessService } from './completeness.service.js';

export const completenessProviders: Provider[] = [CompletenessService];
