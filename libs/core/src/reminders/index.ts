import { MailService } from './mail.service.js';
import { NotificationsService } from './notifications.service.js';
import { ReminderDeliveryService } from './reminder-delivery.service.js';

export { MailService, type MailMessage } from './mail.service.js';
export { NotificationsService } from './notifications.service.js';
export {
  closeObligation,
  closeObligationsOf,
  openObligation,
  passObligationOn,
  type ClosedAs,
  type NewObligation,
} from './obligations.js';
export { ReminderDeliveryService, type WaitingReminder } from './reminder-delivery.service.js';

export const reminderProviders = [ReminderDeliveryService, MailService, NotificationsService];
