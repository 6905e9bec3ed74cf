import type { Provider } from '@nestjs/common';
import { DecisionReviewsService } from './decision-reviews.service.js';

export { DecisionReviewsService };

export const decisionReviewProviders: Provider[] = [DecisionReviewsService];
