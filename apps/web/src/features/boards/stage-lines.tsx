import { consensusTypes, type BoardCard } from '@consilium/contracts';
import { CalendarCheck, CalendarClock, FileQuestion, Gavel, Hand, ListChecks, RefreshCw, Scissors } from 'lucide-react';
import { useLabel, useLocale } from '../../lib/i18n';
import { formatNear } from '../../lib/time';
import styles from './card.module.css';
import { useText } from './locales';

interface Line {
  icon: typeof Gavel;
  text: string;
  /** Stays in sight when the text is cut. */
  suffix?: string;
  className?: string | undefined;
}

/** Where a case stands, in a few lines: facts behind the decision that changed, what is missing, its slot, the decision, the operation. */
function useStageLines(card: BoardCard, now: Date): Line[] {
  const t = useText();
  const label = useLabel();
  const locale = useLocale();
  const lines: Line[] = [];
  // Comes first: what was decided may not hold any more.
  const flags = card.decision?.flags ?? 0;
  if (flags > 0) lines.push({ icon: RefreshCw, text: t('factsChanged', { count: flags }), className: styles.stale });
  if (card.plan !== null) {
    const { startsAt, confirmed, stages } = card.plan;
    lines.push(
      {
        icon: Scissors,
        text: startsAt === null ? t('operationUnset') : t('operation', { at: formatNear(startsAt, now, locale) }),
      },
      { icon: ListChecks, text: t('confirmed', { confirmed, stages }) },
    );
    return lines;
  }
  if (card.missingInformation !== null)
    lines.push({ icon: FileQuestion, text: t('missing', { what: card.missingInformation }) });
  if (card.decision !== null) {
    const { consensus, dissents } = card.decision;
    lines.push({
      icon: Gavel,
      text: consensus === null ? t('awaitsConsensus') : label(consensusTypes.labels[consensus]),
    });
    if (dissents > 0) lines.push({ icon: Hand, text: t('dissents', { count: dissents }), className: styles.dissent });
  } else if (card.session !== null) {
    lines.push({ icon: CalendarCheck, text: card.session.title, suffix: t('ordinal', { n: card.session.ordinal }) });
  } else if (card.column === 'READY') {
    lines.push({ icon: CalendarClock, text: t('waitsForSlot') });
  }
  return lines;
}

export function StageLines({ card, now }: { card: BoardCard; now: Date }) {
  const lines = useStageLines(card, now);
  return lines.map(({ icon: Icon, text, suffix, className }) => (
    <span key={text} className={`${styles.line} ${className ?? ''}`}>
      <Icon size={13} aria-hidden="true" />
      <span title={text}>{text}</span>
      {suffix !== undefined && <span className={styles.suffix}>{suffix}</span>}
    </span>
  ));
}
