import type { ConsultListItem } from '@consilium/contracts';
import { SlaChip } from '../../components';
import { formatFormal, formatNear } from '../../lib/time';
import styles from './consults.module.css';
import { useTexts } from './locales';

const OPEN: readonly ConsultListItem['state'][] = ['SENT', 'ACCEPTED', 'ARRIVED'];

/** The clock of a request while it runs; afterwards whether it was met, in words. Nothing where it ended unmet. */
export function ConsultClock({ item, now }: { item: ConsultListItem; now: Date }) {
  const t = useTexts();
  if (item.metAt !== null) {
    const late = Date.parse(item.metAt) > Date.parse(item.dueAt);
    return (
      <time className={late ? styles.late : styles.quiet} dateTime={item.metAt} title={formatFormal(item.metAt)}>
        {t(late ? 'metLate' : 'metInTime', { at: formatNear(item.metAt, now) })}
      </time>
    );
  }
  return OPEN.includes(item.state) ? <SlaChip dueAt={item.dueAt} now={now} filled /> : null;
}
