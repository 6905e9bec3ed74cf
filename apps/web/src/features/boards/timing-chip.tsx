import { Clock, Timer } from 'lucide-react';
import { SlaChip } from '../../components/sla-chip';
import { useLocale } from '../../lib/i18n';
import { formatFormal, formatNear, formatOperationDay, timeLeft } from '../../lib/time';
import type { Timing } from './board-view';
import styles from './card.module.css';
import { useText } from './locales';
import type { Names } from './names';

/** What a card waits for: time left, the slot of its session, or the days to the operation. */
export function TimingChip({ timing, now, names }: { timing: Timing; now: Date; names: Names }) {
  const t = useText();
  const locale = useLocale();
  if (timing.kind === 'none') return null;
  if (timing.kind === 'deadline') return <SlaChip dueAt={timing.dueAt} now={now} />;
  if (timing.kind === 'other-late') {
    const department = names.department(timing.departmentId);
    const text = department === undefined ? undefined : t('departmentLate', { department });
    return <SlaChip dueAt={timing.dueAt} now={now} text={text} />;
  }
  const due = timing.tone === 'due';
  const Icon = due ? Timer : Clock;
  return (
    <span className={due ? styles.momentDue : styles.moment} title={formatFormal(timing.at, locale)}>
      <Icon size={13} aria-hidden="true" />
      {timing.kind === 'operation' ? formatOperationDay(timing.at, now) : formatNear(timing.at, now, locale)}
    </span>
  );
}

/** The same in words, for reading aloud. */
export function timingWords(timing: Timing, now: Date, locale: 'zh-CN' | 'en-US', lateDepartment?: string): string {
  if (timing.kind === 'none') return '';
  if (timing.kind === 'session') return formatNear(timing.at, now, locale);
  if (timing.kind === 'operation') return formatOperationDay(timing.at, now);
  return [lateDepartment, timeLeft(timing.dueAt, now, locale).text].filter(Boolean).join(' ');
}
