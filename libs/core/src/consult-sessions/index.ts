import type { Provider } from '@nestjs/common';
import { AgendaService } from './agenda.service.js';
import { DecisionBasisService } from './decision-basis.service.js';
import { DecisionRecordService } from './decision-record.service.js';
import { DecisionSignatureService } from './decision-signature.service.js';
import { InvitationsService } from './invitations.service.js';
import { SessionPlanningService } from './session-planning.service.js';
import { SessionReadingService } from './session-reading.service.js';
import { SessionRunningService } from './session-running.service.js';

export { leaveAgenda } from './leaving-agenda.js';
export {
  book,
  bookingProblem,
  clashesOf,
  DOUBLE_BOOKING,
  freeSlots,
  isDoubleBooking,
  releaseBookings,
  type BookingSource,
  type WantedBooking,
} from './bookings.js';
export { contentHashOf } from './signed-content.js';
export {
  AgendaService,
  DecisionBasisService,
  DecisionRecordService,
  DecisionSignatureService,
  InvitationsService,
  SessionPlanningService,
  SessionReadingService,
  SessionRunningService,
};

export const sessionProviders: Provider[] = [
  SessionReadingService,
  SessionPlanningService,
  AgendaService,
  SessionRunningService,
  DecisionBasisService,
  DecisionRecordService,
  DecisionSignatureService,
  InvitationsService,
];
