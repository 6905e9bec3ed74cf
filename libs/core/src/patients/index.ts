import type { Provider } from '@nestjs/common';
import { PatientMatchService } from './patient-match.service.js';
import { PatientMergeService } from './patient-merge.service.js';

export { PatientMatchService, PatientMergeService };

export const patientProviders: Provider[] = [PatientMatchService, PatientMergeService];
