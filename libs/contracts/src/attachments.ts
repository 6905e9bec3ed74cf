import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { caseParams, id, instant, lineText, version } from './fields.js';
import { studyUid } from './record-sections.js';
import { attachmentKinds } from './vocabulary-files.js';

/** Largest file kept with a case, in bytes: 200 MB, enough for a scanned record or an exported series, not for a whole study. */
export const ATTACHMENT_BYTES = 209_715_200;

/** Media types that are kept, each with the endings its files carry. What is not listed is refused; office files with macros are not. */
export const attachmentTypes = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/tiff': ['tif', 'tiff'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
} as const satisfies Record<string, readonly string[]>;
export type AttachmentType = keyof typeof attachmentTypes;
export const attachmentType = z.enum(Object.keys(attachmentTypes) as [AttachmentType, ...AttachmentType[]]);

/** Types that a browser shows by itself, in a frame that runs nothing. */
export const previewTypes: readonly AttachmentType[] = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];

export const attachmentAction = z.enum(['remove', 'restore']);
export type AttachmentAction = z.infer<typeof attachmentAction>;

/** A file of a case. Its title may hold the patient's name and is shown to nobody but the care team (GB/T 39725-2020, level 4). */
export const attachment = z.object({
  id,
  version,
  kind: attachmentKinds.schema,
  title: z.string(),
  mediaType: attachmentType,
  bytes: z.int(),
  sha256: z.string(),
  /** Round of discussion during which it was added. */
  round: z.int(),
  uploadedBy: z.string(),
  uploadedAt: instant,
  isPreviewable: z.boolean(),
  /** An earlier file of this case with the same content; null where there is none. */
  sameAsId: id.nullable(),
  removed: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
  availableActions: z.array(attachmentAction),
});
export type Attachment = z.infer<typeof attachment>;

export const attachmentList = z.object({
  /** Those in use first, the newest first among them. */
  items: z.array(attachment),
  mayAdd: z.boolean(),
  /** Imaging studies of the record that the hospital's viewer can show; empty where no viewer is set up. */
  studies: z.array(z.object({ studyUid: z.string(), modality: z.string(), examinedOn: z.iso.date() })),
});
export type AttachmentList = z.infer<typeof attachmentList>;

const attachmentParams = caseParams.extend({ id });

export const attachmentEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/cases/:caseNo/attachments',
    permission: 'attachment:read',
    summary: 'Files kept with a case, for its care team',
    params: caseParams,
    out: attachmentList,
  }),
  add: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/attachments',
    permission: 'attachment:add',
    summary: 'Keeps a file with a case; its type is told from its content, never from its name',
    status: 201,
    params: caseParams,
    body: z.object({ kind: attachmentKinds.schema, title: z.string().trim().min(1).max(200) }),
    fileBytes: ATTACHMENT_BYTES,
    out: attachment,
  }),
  content: endpoint({
    method: 'GET',
    path: '/api/cases/:caseNo/attachments/:id/content',
    permission: 'attachment:read',
    summary: 'The file itself, whole or in parts; images and PDF may be asked for to be shown and not saved',
    params: attachmentParams,
    query: z.object({ show: z.literal('1').optional() }),
    givesFile: true,
  }),
  remove: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/attachments/:id/remove',
    permission: 'attachment:remove',
    summary: 'Takes a file out of use; it is kept and can be brought back',
    params: attachmentParams,
    body: z.object({ version, reason: lineText }),
    out: attachmentList,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/attachments/:id/restore',
    permission: 'attachment:remove',
    summary: 'Brings a removed file back',
    params: attachmentParams,
    body: z.object({ version }),
    out: attachmentList,
  }),
  openStudy: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/study-openings',
    permission: 'attachment:read',
    summary: "The address of an imaging study in the hospital's viewer; its opening is on record",
    params: caseParams,
    body: z.object({ studyUid: studyUid.min(1) }),
    out: z.object({ url: z.url() }),
  }),
};
