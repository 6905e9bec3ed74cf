import type { Provider } from '@nestjs/common';
import { RecommendationsService } from './recommendations.service.js';

export { layDownRecommendations, type SignedDecision } from './lay-down-recommendations.js';
export { RecommendationsService };

export const recommendationProviders: Provider[] = [RecommendationsService];
