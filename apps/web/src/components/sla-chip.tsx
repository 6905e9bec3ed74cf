import { CircleAlert, Clock, Timer } from 'lucide-react';
import { useLocale } from '../lib/i18n';
import { formatFormal, timeLeft, useNow, type Tone } from '../lib/time';
import { useSharedText } from './texts';
import styles from './sla-chip.module.css';

const icons: Record<Tone, typeof Clock> = { neutral: Clock, due: Timer, overdue: CircleAlert };

interface Props {
  dueAt: string;
  /** The moment to judge by, where many chips share one; otherwise the chip keeps its own clock. */
  now?: Date;
  /** Said instead of the time left, e.g. the name of who is late. The tone stays. */
  text?: string;
  /** With a tinted ground, for headers and lists. */
  filled?: boolean;
}

function Chip({ dueAt, now, text, filled }: Props & { now: Date }) {
  const t = useSharedText();
  const locale = useLocale();
  const left = timeLeft(dueAt, now, locale);
  const Icon = icons[left.tone];
  return (
    <span
      className={[styles.chip, styles[left.tone], filled === true ? styles.filled : ''].join(' ')}
      title={t('dueAt', { at: formatFormal(dueAt, locale) })}
    >
      <Icon size={13} aria-hidden="true" />
      {text ?? left.text}
    </span>
  );
}

function TickingChip(props: Props) {
  return <Chip {...props} now={useNow()} />;
}

/** How long until something is due, in three levels: neutral, due, overdue. The exact time is in the tooltip. */
export function SlaChip(props: Props) {
  return props.now === undefined ? <TickingChip {...props} /> : <Chip {...props} now={props.now} />;
}
