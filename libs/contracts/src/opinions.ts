import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, caseParams, id, instant, lineText, optionalLong, version } from './fields.js';
import { questionAnswers, resectabilities, stances } from './vocabulary.js';
import { recordSections } from './vocabulary-record.js';

export const questionReply = z.object({
  question: z.int().min(0).max(2),
  answer: questionAnswers.schema,
  text: z.string().trim().max(1000).default(''),
});
export type QuestionReply = z.infer<typeof questionReply>;

/** What an opinion may say beside its stance; left out where nothing is said. */
const judgement = {
  resectability: resectabilities.schema.optional(),
  /** What the department fears, one each line. */
  risks: z.array(lineText).max(20).optional(),
  /** What must hold for the stance to stand, one each line. */
  conditions: z.array(lineText).max(20).optional(),
};

/** A structured opinion. Opposing needs a reason, since it stands in the decision as dissent. */
export const opinionContent = z.object({
  stance: stances.schema,
  text: z.string().trim().min(1).max(4000),
  /** What the department needs to be ready: tests, blood, beds, devices. */
  needs: optionalLong,
  answers: z.array(questionReply).max(3).default([]),
  ...judgement,
});
export type OpinionContent = z.infer<typeof opinionContent>;

export const opinionDraft = z.object({
  stance: stances.schema.nullable().default(null),
  text: optionalLong,
  needs: optionalLong,
  answers: z.array(questionReply).max(3).default([]),
  ...judgement,
  /** 0 where no draft was kept yet. */
  version: z.int().min(0),
});
export type OpinionDraft = z.infer<typeof opinionDraft>;

/** A part of the record that says something new since an opinion was given. */
export const newEvidence = z.object({ section: recordSections.schema, at: instant, by: z.string() });
export type NewEvidence = z.infer<typeof newEvidence>;

const said = z.object({
  stance: stances.schema.nullable(),
  text: z.string(),
  needs: z.string(),
  answers: z.array(questionReply),
  resectability: resectabilities.schema,
  risks: z.array(z.string()),
  conditions: z.array(z.string()),
});

export const opinionView = said.extend({
  id,
  departmentId: id.nullable(),
  /** Name of the department, or of the other hospital. */
  from: bilingual,
  isRemote: z.boolean(),
  author: z.string(),
  state: z.enum(['DRAFT', 'SUBMITTED']),
  revision: z.int(),
  version: z.int(),
  submittedAt: instant.nullable(),
  /** What changed in the record since; the opinion is to be confirmed again or revised where there is something. */
  newEvidence: z.array(newEvidence),
});
export type OpinionView = z.infer<typeof opinionView>;

/** One submission of an opinion. */
export const opinionRevision = said.extend({
  revision: z.int(),
  author: z.string(),
  submittedAt: instant,
  /** Confirmed again without a change of words. */
  reconfirms: z.boolean(),
});
export type OpinionRevision = z.infer<typeof opinionRevision>;

const ofDepartment = caseParams.extend({ departmentId: id });

export const opinionEndpoints = {
  keepDraft: endpoint({
    method: 'PUT',
    path: '/api/cases/:caseNo/opinions/:departmentId/draft',
    permission: 'opinion:give',
    summary: "Keeps a draft of the department's opinion",
    params: ofDepartment,
    body: opinionDraft,
    out: z.object({ version: z.int(), savedAt: instant }),
  }),
  submit: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/opinions/:departmentId',
    permission: 'opinion:give',
    summary: "Gives, or revises, the department's opinion",
    params: ofDepartment,
    body: opinionContent.extend({ version: z.int().min(0) }),
    out: opinionView,
  }),
  reconfirm: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/opinions/:departmentId/reconfirm',
    permission: 'opinion:give',
    summary: 'Confirms an opinion unchanged after the record has changed',
    params: ofDepartment,
    body: z.object({ version }),
    out: opinionView,
  }),
  revisions: endpoint({
    method: 'GET',
    path: '/api/cases/:caseNo/opinions/:departmentId/revisions',
    permission: 'case:read',
    summary: "Every submission of a department's opinion, latest first",
    params: ofDepartment,
    out: z.object({ items: z.array(opinionRevision) }),
  }),
  waive: endpoint({
    method: 'POST',
    path: '/api/cases/:caseNo/opinions/:departmentId/waive',
    permission: 'opinion:waive',
    summary: "Waives a department's opinion, with a reason",
    params: ofDepartment,
    body: z.object({ version, reason: z.string().trim().min(1).max(500) }),
    out: z.object({ version }),
  }),
};
