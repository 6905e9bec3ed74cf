import { ConsultAnsweringService } from './consult-answering.service.js';
import { ConsultAskingService } from './consult-asking.service.js';
import { ConsultReadingService } from './consult-reading.service.js';

export { ConsultAnsweringService, ConsultAskingService, ConsultReadingService };
export const consultRequestProviders = [ConsultAskingService, ConsultAnsweringService, ConsultReadingService];
