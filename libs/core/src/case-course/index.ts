import type { Provider } from '@nestjs/common';
import { CaseEndingService } from './case-ending.service.js';
import { CaseTreatmentService } from './case-treatment.service.js';
import { RoundsService } from './rounds.service.js';

export { CaseEndingService, CaseTreatmentService, RoundsService };

export const courseProviders: Provider[] = [CaseEndingService, CaseTreatmentService, RoundsService];
