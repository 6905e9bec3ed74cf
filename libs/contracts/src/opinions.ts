import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, caseParams, id, instant, optionalLong, version } from './fields.js';
import { questionAnswers, stances } from './vocabulary.js';

export const questionReply = z.object({
  question: z.int().min(0).max(2),
  answer: questionAnswers.schema,
  text: z.string().trim().max(1000).default(''),
});
export type QuestionReply = z.infer<typeof questionReply>;

/** A structured opinion. Opposing needs a reason, since it stands in the decision as dissent. */
export const opinionContent = z.object({
  stance: stances.schema,
  text: z.string().trim().min(1).max(4000),
  /** What the department needs to be ready: tests, blood, beds, devices. */
  needs: optionalLong,
  answers: z.array(questionReply).max(3).default([]),
});
export type OpinionContent = z.infer<typeof opinionContent>;

export const opinionDraft = z.object({
  stance: stances.schema.nullable().default(null),
  text: optionalLong,
  needs: optionalLong,
  answers: z.array(questionReply).max(3).default([]),
  /** 0 where no draft was kept yet. */
  version: z.int().min(0),
});
export type OpinionDraft = z.infer<typeof opinionDraft>;

export const opinionView = z.object({
  id,
  departmentId: id.nullable(),
  /** Name of the department, or of the other hospital. */
  from: bilingual,
  isRemote: z.boolean(),
  author: z.string(),
  state: z.enum(['DRAFT', 'SUBMITTED']),
  stance: stances.schema.nullable(),
  text: z.string(),
  needs: z.string(),
  answers: z.array(questionReply),
  revision: z.int(),
  version: z.int(),
  submittedAt: instant.nullable(),
});
export type OpinionView = z.infer<typeof opinionView>;

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
