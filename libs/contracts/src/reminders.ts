import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, id, idParams, instant } from './fields.js';
import { obligationKinds } from './vocabulary.js';

/** Something this person, or their department, owes. */
export const obligation = z.object({
  id,
  kind: obligationKinds.schema,
  caseNo: z.string().nullable(),
  px: z.string().nullable(),
  sessionId: id.nullable(),
  planId: id.nullable(),
  department: bilingual.nullable(),
  dueAt: instant,
  /** Path of the screen where it is done. */
  path: z.string(),
});
export type Obligation = z.infer<typeof obligation>;

export const notification = z.object({
  id,
  kind: obligationKinds.schema,
  /** Which step of the rule spoke: opened, half time, before, due, escalated. */
  step: z.string(),
  text: bilingual,
  path: z.string(),
  createdAt: instant,
  readAt: instant.nullable(),
});
export type Notification = z.infer<typeof notification>;

export const caughtMail = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  receivedAt: instant,
});
export type CaughtMail = z.infer<typeof caughtMail>;

export const reminderEndpoints = {
  owed: endpoint({
    method: 'GET',
    path: '/api/obligations',
    permission: 'notification:read',
    summary: 'What this person and their departments owe, soonest due first',
    out: z.object({ items: z.array(obligation) }),
  }),
  notifications: endpoint({
    method: 'GET',
    path: '/api/notifications',
    permission: 'notification:read',
    summary: 'Newest first',
    query: z.object({
      cursor: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    out: z.object({ items: z.array(notification), unread: z.int(), nextCursor: z.string().nullable() }),
  }),
  read: endpoint({
    method: 'POST',
    path: '/api/notifications/:id/read',
    permission: 'notification:read',
    summary: 'Marks one as read',
    params: idParams,
    out: z.object({ unread: z.int() }),
  }),
  readAll: endpoint({
    method: 'POST',
    path: '/api/notifications/read-all',
    permission: 'notification:read',
    summary: 'Marks all as read',
    out: z.object({ unread: z.int() }),
  }),
  channels: endpoint({
    method: 'GET',
    path: '/api/notification-channels',
    permission: 'notification:read',
    summary: 'Which channels are on: in the app always; e-mail where a mail server is configured',
    out: z.object({
      inApp: z.literal(true),
      email: z.boolean(),
      emailAddress: z.string().nullable(),
      mailbox: z.boolean(),
    }),
  }),
  mailbox: endpoint({
    method: 'GET',
    path: '/api/mailbox',
    permission: 'mailbox:read',
    summary: 'Mail caught in the demonstration, newest first; elsewhere there is none',
    query: z.object({
      cursor: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    out: z.object({ items: z.array(caughtMail), nextCursor: z.string().nullable() }),
  }),
};
