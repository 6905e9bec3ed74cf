import { RestrictedKeysService } from './restricted-keys.service.js';
import { RestrictedReadingService } from './restricted-reading.service.js';
import { RestrictedWritingService } from './restricted-writing.service.js';

export { RestrictedKeysService, RestrictedReadingService, RestrictedWritingService };
export const restrictedProviders = [RestrictedReadingService, RestrictedWritingService, RestrictedKeysService];
