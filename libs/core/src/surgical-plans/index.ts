import { PlanReadingService } from './plan-reading.service.js';
import { PlanWritingService } from './plan-writing.service.js';
import { StageConfirmationService } from './stage-confirmation.service.js';

export { standDownPlans } from './standing-down.js';
export { PlanReadingService } from './plan-reading.service.js';
export { PlanWritingService } from './plan-writing.service.js';
export { StageConfirmationService } from './stage-confirmation.service.js';

export const planProviders = [PlanReadingService, PlanWritingService, StageConfirmationService];
