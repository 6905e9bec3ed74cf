import type { AutomaticCheck, ChecklistItem, ItemNeed, ItemState } from '@consilium/contracts';

/** What of a case the automatic checks read. Days are YYYY-MM-DD. */
export interface RecordForChecks {
  questions: number;
  ecog: number | null;
  structures: number;
  presentation: string;
  priorTreatments: number;
  imaging: readonly { modality: string; examinedOn: string }[];
  pathology: readonly { reportedOn: string | null }[];
  /** Whether the current round is shared with another hospital, and whether a consent holds. */
  isShared: boolean;
  hasConsent: boolean;
  referredOn: string;
}

/** The fact that satisfies a check: the day it is from, null where it has none; undefined where there is no such fact. */
type Fact = { on: string | null } | undefined;

const latest = (days: readonly string[]): Fact => {
  const last = days.toSorted().at(-1);
  return last === undefined ? undefined : { on: last };
};
const examined = (record: RecordForChecks, modality: RegExp): Fact =>
  latest(record.imaging.filter((one) => modality.test(one.modality)).map(({ examinedOn }) => examinedOn));
const known = (holds: boolean): Fact => (holds ? { on: null } : undefined);

/** How the record itself answers each check. Of several examinations the latest counts. */
export const automaticFacts: Readonly<Record<AutomaticCheck, (record: RecordForChecks) => Fact>> = {
  QUESTION: ({ questions }) => known(questions > 0),
  ECOG: ({ ecog }) => known(ecog !== null),
  STRUCTURES: ({ structures }) => known(structures > 0),
  PRIOR_TREATMENT: ({ presentation, priorTreatments }) => known(presentation === 'PRIMARY' || priorTreatments > 0),
  IMAGING_ANY: ({ imaging }) => latest(imaging.map(({ examinedOn }) => examinedOn)),
  IMAGING_MRI: (record) => examined(record, /MRI|磁共振|核磁/i),
  // PET-CT shows chest and abdomen as well; an angiography does not.
  IMAGING_CT: (record) => examined(record, /CT(?!A)/i),
  PATHOLOGY: ({ pathology, referredOn }) =>
    pathology.length === 0 ? undefined : latest(pathology.map(({ reportedOn }) => reportedOn ?? referredOn)),
  CONSENT_IF_SHARED: ({ isShared, hasConsent }) => known(!isShared || hasConsent),
};

export interface ItemStanding {
  state: ItemState;
  factOn: string | null;
  validUntil: string | null;
  done: boolean;
}

const RANK: Readonly<Record<ItemState, number>> = {
  MISSING: 0,
  REQUESTED: 0,
  RECEIVED: 1,
  RE_READ: 2,
  VERIFIED: 3,
  WAIVED: 4,
};

/** Whether a state is enough for what an item needs; a waiver always is. */
export const suffices = (state: ItemState, needs: ItemNeed): boolean => RANK[state] >= RANK[needs];

function daysLater(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The last day on which something of this day holds; null where it holds for ever or has no day. */
export const lastValidDay = (factOn: string | null, validDays: number | null): string | null =>
  factOn === null || validDays === null ? null : daysLater(factOn, validDays);

/**
 * Where an item stands today. A newer fact of the record renews what was received; what became too old is missing again, whoever said it was
 * there; a waiver stays. What is satisfied by the record alone falls back when the record no longer says it.
 */
export function standingOf(
  item: Pick<ChecklistItem, 'auto' | 'needs' | 'validDays'>,
  stored: Pick<ItemStanding, 'state' | 'factOn'> & { byHand: boolean },
  record: RecordForChecks,
  today: string,
): ItemStanding {
  const standing = (state: ItemState, factOn: string | null): ItemStanding => ({
    state,
    factOn,
    validUntil: lastValidDay(factOn, item.validDays),
    done: suffices(state, item.needs),
  });
  if (stored.state === 'WAIVED') return standing('WAIVED', stored.factOn);
  const fact = item.auto === null ? undefined : automaticFacts[item.auto](record);
  const tooOld = (day: string | null) => (lastValidDay(day, item.validDays) ?? today) < today;
  const there = RANK[stored.state] > 0;
  const newer = fact !== undefined && (stored.factOn === null || (fact.on ?? '') > stored.factOn);
  if (fact !== undefined && !tooOld(fact.on) && (!there || (newer && !stored.byHand)))
    return standing('RECEIVED', fact.on);
  if (!there) return standing(stored.state, stored.factOn);
  const lost = item.auto !== null && fact === undefined && !stored.byHand;
  return lost || tooOld(stored.factOn) ? standing('MISSING', stored.factOn) : standing(stored.state, stored.factOn);
}
