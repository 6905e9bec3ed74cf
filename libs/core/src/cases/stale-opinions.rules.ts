import type { CaseState, RecordSection, ShareSection } from '@consilium/contracts';
import { isEnded } from './case-transitions.rules.js';

/** Parts of the record on which opinions rest: what they say anew may change an opinion given before. */
export const evidenceSections = [
  'imaging',
  'pathology',
  'staging',
  'structures',
] as const satisfies readonly RecordSection[];
export type EvidenceSection = (typeof evidenceSections)[number];

export const isEvidence = (section: RecordSection): section is EvidenceSection =>
  (evidenceSections as readonly RecordSection[]).includes(section);

/** Under which part of a share another hospital receives it; the stage is read in the images and the pathology. */
export const sharedUnder: Readonly<Record<EvidenceSection, ShareSection>> = {
  imaging: 'IMAGING',
  pathology: 'PATHOLOGY',
  staging: 'SUMMARY',
  structures: 'SUMMARY',
};

/** Opinions rest on the record until the round is closed or the case ends. */
export const mayTurnStale = (round: { state: CaseState; roundClosed: boolean }): boolean =>
  !round.roundClosed && !isEnded(round.state);

const HOUR = 3_600_000;
const RECONFIRM_HOURS = 24;
const BEFORE_SESSION_HOURS = 20;
const LEAST_HOURS = 4;

/**
 * When an opinion is to be confirmed again by: a day from the change, and 20 hours before the session where that is sooner, but never in less
 * than 4 hours. Default, as for the opinion itself.
 */
export function reconfirmDueAt(now: Date, sessionStartsAt: Date | null): Date {
  const wanted = now.getTime() + RECONFIRM_HOURS * HOUR;
  const beforeSession = sessionStartsAt === null ? wanted : sessionStartsAt.getTime() - BEFORE_SESSION_HOURS * HOUR;
  return new Date(Math.max(now.getTime() + LEAST_HOURS * HOUR, Math.min(wanted, beforeSession)));
}
