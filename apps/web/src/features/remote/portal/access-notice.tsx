import { Eye, Hourglass, Shield } from 'lucide-react';
import { formatFormal, formatNear, timeLeft, useNow } from '../../../lib/time';
import { useRemoteText } from '../locales';
import styles from './portal.module.css';

const LAST_DAY_MS = 24 * 3_600_000;

/** Always there: what is hidden, that views are recorded, and until when a case may be seen; amber on the last day. */
export function AccessNotice({ until }: { until: string | undefined }) {
  const t = useRemoteText();
  const now = useNow();
  const ending = until !== undefined && Date.parse(until) - now.getTime() < LAST_DAY_MS;
  return (
    <section aria-label={t('notice')} className={`${styles.notice} ${ending ? styles.noticeEnding : ''}`}>
      <span>
        <Shield size={14} aria-hidden="true" />
        <strong>{t('noticeWhat')}</strong> {t('noticeRemoved')}
      </span>
      <span className={styles.noticeRight}>
        <span>
          <Eye size={14} aria-hidden="true" />
          {t('noticeRecorded')}
        </span>
        {until !== undefined && (
          <span title={formatFormal(until)}>
            <Hourglass size={14} aria-hidden="true" />
            {ending
              ? t('noticeEnds', { at: formatNear(until, now), left: timeLeft(until, now).text })
              : t('noticeUntil', { at: formatNear(until, now) })}
          </span>
        )}
      </span>
    </section>
  );
}
