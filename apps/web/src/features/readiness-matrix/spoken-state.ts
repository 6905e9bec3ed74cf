import { participationStates, type Locale } from '@consilium/contracts';
import { label } from '../../lib/i18n';
import { timeLeft } from '../../lib/time';
import type { Cell } from './matrix-view';

/** The state of a cell in words: what a screen reader says, and what stands in the list. */
export function spokenState({ dot, look }: Cell, now: Date, locale: Locale, absent: string): string {
  if (dot === null) return absent;
  if ((look === 'due' || look === 'overdue') && dot.dueAt !== null) return timeLeft(dot.dueAt, now, locale).text;
  return label(participationStates.labels[dot.state], locale);
}
