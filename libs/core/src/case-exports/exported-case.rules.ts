import type {
  Bilingual,
  CaseState,
  ConsensusType,
  Direction,
  OpinionView,
  PatientIdentity,
  Sex,
  TumourType,
  Urgency,
} from '@consilium/contracts';
import type { KeptRecord } from '../clinical-record/record-facts.rules.js';

/** A signed decision as a copy of the case tells it. */
export interface ExportedDecision {
  direction: Direction;
  summary: string;
  consensus: ConsensusType | null;
  recommendations: readonly { text: string; owner: string; dueOn: string }[];
  signedBy: string;
  signedAt: string;
}

/** Everything a copy of a case is made of, as far as the person who makes it may see it. Times are ISO instants, days YYYY-MM-DD. */
export interface ExportedCase {
  caseNo: string;
  state: CaseState;
  urgency: Urgency;
  tumourType: TumourType;
  referredAt: string;
  hospital: { code: string; name: Bilingual };
  owner: { name: string; department: Bilingual | null };
  patient: { maskedName: string; sex: Sex; ageYears: number; province: string };
  /** Who the patient is, in an identified copy alone. */
  identity: Omit<PatientIdentity, 'sex' | 'province'> | null;
  round: number;
  questions: readonly string[];
  record: KeptRecord;
  opinions: readonly OpinionView[];
  /** The latest first. */
  decisions: readonly ExportedDecision[];
  /** Names of the structures of the catalogue, by code. */
  structureNames: ReadonlyMap<string, Bilingual>;
}

/** What stands for a word that would name the patient. */
export const HIDDEN = '▇▇';

/**
 * Any content with the patient's own words hidden wherever they stand in a text. Names of one character, and numbers left empty, hide nothing.
 */
export function withoutWords<T>(content: T, words: readonly string[]): T {
  const hidden = words.filter((word) => word.trim().length > 1).toSorted((a, b) => b.length - a.length);
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return hidden.reduce((text, word) => text.replaceAll(word, HIDDEN), value);
    if (Array.isArray(value)) return value.map(clean);
    if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof Map) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, clean(one)]));
  };
  return clean(content) as T;
}
