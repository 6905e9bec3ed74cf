import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bilingual, caseNo, instant, lineText } from './fields.js';
import { proposalRule, proposalRules } from './proposal-conditions.js';
import { participationReason, proposalRequest } from './referrals.js';
import { requirements } from './vocabulary.js';

/** One version of a centre's table: who laid it down, when and why. */
export const ruleVersion = z.object({
  version: z.int().min(1),
  changedAt: instant,
  changedBy: z.string(),
  reason: z.string(),
  /** The version whose table was taken up again; 0 is the shipped one. */
  restoredVersion: z.int().min(0).nullable(),
  /** Names of the rules that were added, changed or taken out. */
  changedRules: z.array(z.string()),
});
export type RuleVersion = z.infer<typeof ruleVersion>;

/** A department that a rule may name; one the hospital does not have is never proposed. */
export const nameableDepartment = z.object({ code: z.string(), name: bilingual, isInUse: z.boolean() });

export const proposalTable = z.object({
  /** 0 as long as the centre uses the shipped table unchanged. */
  version: z.int().min(0),
  rules: z.array(proposalRule),
  /** Latest first. */
  versions: z.array(ruleVersion),
  departments: z.array(nameableDepartment),
  mayManage: z.boolean(),
});
export type ProposalTable = z.infer<typeof proposalTable>;

/** A department as one table names it for a case. */
export const namedDepartment = z.object({
  code: z.string(),
  name: bilingual,
  requirement: requirements.schema,
  reasons: z.array(participationReason),
});
export type NamedDepartment = z.infer<typeof namedDepartment>;

const caseTried = z.union([
  z.object({ caseNo }),
  z.object({
    facts: proposalRequest.omit({ birthDate: true }).extend({ ageYears: z.int().min(0).max(130).nullable() }),
  }),
]);

/** A case that the table in hand would propose otherwise than the one in force. */
export const changedProposal = z.object({
  caseNo,
  added: z.array(bilingual),
  removed: z.array(bilingual),
  /** Named by both, once as required and once as needed. */
  changed: z.array(bilingual),
});
export type ChangedProposal = z.infer<typeof changedProposal>;

const ruleChange = z.object({
  /** The version that was read; another one in force meanwhile is refused as stale. */
  version: z.int().min(0),
  reason: lineText,
});

export const proposalRuleEndpoints = {
  read: endpoint({
    method: 'GET',
    path: '/api/proposal-rules',
    permission: 'proposal-rules:read',
    summary: "The centre's rules of who takes part in a case, with their versions",
    out: proposalTable,
  }),
  save: endpoint({
    method: 'PUT',
    path: '/api/proposal-rules',
    permission: 'proposal-rules:manage',
    summary: 'Lays down a new version of the rules; proposals follow it from then on',
    body: ruleChange.extend({ rules: proposalRules }),
    out: proposalTable,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/proposal-rules/restore',
    permission: 'proposal-rules:manage',
    summary: 'Takes up the table of an earlier version again, as a new version; 0 is the shipped one',
    body: ruleChange.extend({ restoredVersion: z.int().min(0) }),
    out: proposalTable,
  }),
  try: endpoint({
    method: 'POST',
    path: '/api/proposal-rules/trial',
    permission: 'proposal-rules:manage',
    summary: 'What the rules in hand, not yet saved, propose for a case or for what is filled in',
    body: z.object({ rules: proposalRules, tried: caseTried }),
    out: z.object({ items: z.array(namedDepartment) }),
  }),
  effect: endpoint({
    method: 'POST',
    path: '/api/proposal-rules/effect',
    permission: 'proposal-rules:manage',
    summary: 'Open cases for which the rules in hand propose other departments than those in force',
    body: z.object({ rules: proposalRules }),
    out: z.object({ openCases: z.int(), affected: z.int(), items: z.array(changedProposal).max(50) }),
  }),
};
