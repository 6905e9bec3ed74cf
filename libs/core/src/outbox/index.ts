import { OutboxService } from './outbox.service.js';

export { OutboxService, type Announcement } from './outbox.service.js';

export const outboxProviders = [OutboxService];
