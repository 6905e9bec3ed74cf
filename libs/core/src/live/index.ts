import { SightService } from './sight.service.js';

/** Redis channel on which the outbox relay publishes every change. */
export const CHANGES_CHANNEL = 'consilium:changes';
export { SightService } from './sight.service.js';
export const liveProviders = [SightService];
