import type {
  AgendaItemState,
  Bilingual,
  DecisionRecord,
  ItemAction,
  SessionAction,
  SessionState,
} from '@consilium/contracts';

/** In which states of a session each act on it is possible. */
export const sessionActionStates: Readonly<Record<SessionAction, readonly SessionState[]>> = {
  move: ['PLANNED'],
  cancel: ['PLANNED'],
  'add-case': ['PLANNED'],
  start: ['PLANNED'],
  end: ['IN_PROGRESS'],
  // People arrive before the chair opens the session.
  'mark-attendance': ['PLANNED', 'IN_PROGRESS'],
  invite: ['PLANNED', 'IN_PROGRESS'],
};

/** In which states of the session and of the item each act on an agenda item is possible. */
export const itemActionStates: Readonly<
  Record<ItemAction, { session: readonly SessionState[]; item: readonly AgendaItemState[] }>
> = {
  remove: { session: ['PLANNED', 'IN_PROGRESS'], item: ['QUEUED'] },
  open: { session: ['IN_PROGRESS'], item: ['QUEUED'] },
  // The minutes may be corrected until the chair signs; they stay complete.
  record: { session: ['IN_PROGRESS', 'ENDED'], item: ['OPEN', 'CONCLUDED'] },
  conclude: { session: ['IN_PROGRESS'], item: ['OPEN'] },
  sign: { session: ['IN_PROGRESS', 'ENDED'], item: ['CONCLUDED'] },
  defer: { session: ['IN_PROGRESS'], item: ['OPEN'] },
};

export const sessionAllows = (action: SessionAction, state: SessionState): boolean =>
  sessionActionStates[action].includes(state);

export const itemAllows = (action: ItemAction, session: SessionState, item: AgendaItemState): boolean =>
  itemActionStates[action].session.includes(session) && itemActionStates[action].item.includes(item);

/** States of an agenda item that are a result: a session ends only when every item has one. */
export const resultStates: readonly AgendaItemState[] = ['CONCLUDED', 'SIGNED', 'DEFERRED'];

/** Minutes that an agenda takes of its session: deferred cases no longer count. */
export const plannedMinutes = (items: readonly { minutes: number; state: AgendaItemState }[]): number =>
  items.filter(({ state }) => state !== 'DEFERRED').reduce((sum, { minutes }) => sum + minutes, 0);

/** When the chair signs by: 24 hours after the case is concluded (default of the centre). */
export const SIGN_WITHIN_HOURS = 24;

type RecordedParts = Pick<DecisionRecord, 'summary' | 'stances' | 'recommendations'>;

const REQUIRED_PARTS: readonly { isMissing: (record: RecordedParts) => boolean; name: Bilingual }[] = [
  { isMissing: ({ summary }) => summary.trim() === '', name: { zh: '决议摘要', en: 'summary' } },
  { isMissing: ({ stances }) => stances.length === 0, name: { zh: '至少一方表态', en: 'at least one stance' } },
  {
    isMissing: ({ recommendations }) => recommendations.length === 0,
    name: { zh: '至少一项行动项（责任人、日期）', en: 'at least one recommendation with owner and date' },
  },
];

/**
 * What a record lacks before it can be concluded, in both languages; undefined where nothing. Basis: contents of the discussion record in
 * the standard of medical records (2010): opinions by speaker and a conclusion; who does what by when is the centre's default.
 */
export function missingParts(record: RecordedParts): Bilingual | undefined {
  const missing = REQUIRED_PARTS.filter(({ isMissing }) => isMissing(record)).map(({ name }) => name);
  if (missing.length === 0) return undefined;
  return { zh: missing.map(({ zh }) => zh).join('、'), en: missing.map(({ en }) => en).join(', ') };
}
