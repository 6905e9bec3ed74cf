import { EmergencyOpeningService } from './emergency-opening.service.js';
import { EmergencyWatchService } from './emergency-watch.service.js';

export { EmergencyOpeningService, EmergencyWatchService };
export const emergencyProviders = [EmergencyOpeningService, EmergencyWatchService];
