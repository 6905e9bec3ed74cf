import { CodesService } from './codes.service.js';
import { RecordReadingService } from './record-reading.service.js';
import { RecordWritingService } from './record-writing.service.js';

export { CodesService, RecordReadingService, RecordWritingService };
export const recordProviders = [CodesService, RecordReadingService, RecordWritingService];
