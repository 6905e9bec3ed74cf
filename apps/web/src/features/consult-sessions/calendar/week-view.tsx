import type { SessionListItem } from '@consilium/contracts';
import { useEffect, useRef } from 'react';
import { useLocale } from '../../../lib/i18n';
import { formatDense, isoDay } from '../../../lib/time';
import { useText } from '../locales';
import { daysFrom, instantAt, minuteOfDay } from '../../../lib/wall-time';
import styles from './calendar.module.css';
import { SessionBlock } from './session-block';
import { byDay, FIRST_HOUR, LAST_HOUR, placeDay } from './week-layout';

const HOURS = Array.from({ length: LAST_HOUR - FIRST_HOUR + 1 }, (_, i) => FIRST_HOUR + i);
/** Height of an hour in pixels; all else follows from it. */
const HOUR_PX = 54;
/** Width of the column of hours, which stays in view. */
const HOURS_PX = 52;
/** Below this height there is no room for hospital and place; they stand in the tooltip and on the session's page. */
const ROOMY_MINUTES = 100;
const px = (minutes: number) => (minutes * HOUR_PX) / 60;

/** `11-18 周三`, without the time. */
function dayName(day: string, now: Date, locale: 'zh-CN' | 'en-US'): string {
  return formatDense(instantAt(day, '12:00'), now, locale).replace(/,? 12:00$/, '');
}

/** Seven columns of days over the hours in which sessions are held. */
export function WeekView({ first, now, sessions }: { first: string; now: Date; sessions: SessionListItem[] }) {
  const t = useText();
  const locale = useLocale();
  const today = isoDay(now);
  const days = byDay(sessions);
  const nowMinute = minuteOfDay(now) - FIRST_HOUR * 60;
  const height = px((LAST_HOUR - FIRST_HOUR) * 60);
  const week = useRef<HTMLElement>(null);
  const todayColumn = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Where the week is wider than the screen it opens at today.
    const [shown, column] = [week.current, todayColumn.current];
    if (shown !== null && column !== null && column.offsetLeft + column.offsetWidth > shown.clientWidth) {
      shown.scrollLeft = column.offsetLeft - HOURS_PX;
    }
  }, []);
  return (
    <section ref={week} className={styles.week} aria-label={t('viewWeek')}>
      <div className={styles.hours} style={{ height }} aria-hidden="true">
        {HOURS.map((hour) => (
          <span key={hour} style={{ top: px((hour - FIRST_HOUR) * 60) }}>
            {String(hour).padStart(2, '0')}:00
          </span>
        ))}
      </div>
      {daysFrom(first, 7).map((day) => {
        const name = dayName(day, now, locale);
        return (
          <div
            key={day}
            ref={day === today ? todayColumn : undefined}
            className={day === today ? `${styles.day} ${styles.today}` : styles.day}
          >
            <h2 className={styles.dayName} aria-current={day === today ? 'date' : undefined}>
              {name}
              {day === today && <span className={styles.todayTag}>{t('today')}</span>}
            </h2>
            <ol
              className={styles.dayColumn}
              style={{ height, backgroundSize: `100% ${HOUR_PX}px` }}
              aria-label={t('sessionsOf', { day: name })}
            >
              {placeDay(days.get(day) ?? []).map(({ session, top, minutes, lane, lanes }) => (
                <li
                  key={session.id}
                  className={styles.place}
                  style={{
                    top: px(top),
                    height: px(minutes),
                    left: `${(lane / lanes) * 100}%`,
                    width: `${100 / lanes}%`,
                  }}
                >
                  <SessionBlock
                    session={session}
                    room={lanes > 1 ? 'narrow' : minutes < ROOMY_MINUTES ? 'short' : 'full'}
                  />
                </li>
              ))}
            </ol>
            {day === today && nowMinute >= 0 && nowMinute <= (LAST_HOUR - FIRST_HOUR) * 60 && (
              <span className={styles.nowLine} style={{ top: px(nowMinute) }} aria-hidden="true" />
            )}
          </div>
        );
      })}
    </section>
  );
}
