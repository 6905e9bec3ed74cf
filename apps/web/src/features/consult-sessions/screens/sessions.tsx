import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { CalendarPlus, ChevronLeft, ChevronRight } from 'lucide-react';
import { EmptyState, PageTitle, ProblemAlert, RowsSkeleton, StatusBar } from '../../../components';
import { useLocale } from '../../../lib/i18n';
import { useLive } from '../../../lib/live';
import { useAllowed } from '../../../lib/me';
import { paths } from '../../../lib/paths';
import { useShortcuts } from '../../../lib/shortcuts';
import { formatDay, isoDay, useNow } from '../../../lib/time';
import { sessionsQuery } from '../api';
import { SessionList } from '../calendar/session-list';
import { WeekView } from '../calendar/week-view';
import { useText } from '../locales';
import { addDays, instantAt, isDay, mondayOf } from '../../../lib/wall-time';
import styles from './sessions.module.css';

type View = 'week' | 'list';
/** Days on one page: a week of columns, or four weeks of a list. */
const SPAN: Record<View, number> = { week: 7, list: 28 };

/** What stands in the address: which view, and a day within what is shown. */
function useAddress() {
  const search: { view?: string; date?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const now = useNow(60_000);
  const today = isoDay(now);
  const view: View = search.view === 'list' ? 'list' : 'week';
  const first = mondayOf(isDay(search.date) ? search.date : today);
  const show = (to: { view?: View; date?: string }) => {
    const next = { view: to.view ?? view, date: to.date ?? search.date };
    void navigate({
      to: paths.sessions,
      search: { view: next.view, ...(next.date === undefined ? {} : { date: next.date }) },
    });
  };
  return { view, first, today, now, show };
}

/** Sessions of the house, as a week by days and hours or as a list by days. */
export function SessionsScreen() {
  const t = useText();
  const locale = useLocale();
  const navigate = useNavigate();
  const maySchedule = useAllowed('session:schedule');
  const { view, first, today, now, show } = useAddress();
  const span = SPAN[view];
  const from = instantAt(first, '00:00').toISOString();
  const to = instantAt(addDays(first, span), '00:00').toISOString();
  const { data, error, isPending, refetch } = useQuery(sessionsQuery(from, to));

  useLive((data?.items ?? []).map(({ id }) => ({ topic: 'session', key: id })));

  const step = (pages: number) => show({ date: addDays(first, pages * span) });
  const add = () => void navigate({ to: paths.schedule });
  useShortcuts({
    KeyW: () => show({ view: 'week' }),
    KeyD: () => show({ view: 'list' }),
    KeyT: () => show({ date: today }),
    KeyN: maySchedule ? add : undefined,
    BracketLeft: () => step(-1),
    BracketRight: () => step(1),
  });
  const last = addDays(first, span - 1);
  const period = `${formatDay(instantAt(first, '12:00'), now, locale)} – ${formatDay(instantAt(last, '12:00'), now, locale)}`;

  return (
    <div className={styles.screen}>
      <PageTitle title={t('sessions')} subtitle={period} />
      <div className={styles.toolbar}>
        <Segmented<View>
          aria-label={t('view')}
          value={view}
          onChange={(next) => show({ view: next })}
          options={[
            { value: 'week', label: t('viewWeek') },
            { value: 'list', label: t('viewList') },
          ]}
        />
        <div className={styles.steps}>
          <Button aria-label={t(`previous-${view}`)} icon={<ChevronLeft size={16} />} onClick={() => step(-1)} />
          <Button onClick={() => show({ date: today })}>{t('today')}</Button>
          <Button aria-label={t(`next-${view}`)} icon={<ChevronRight size={16} />} onClick={() => step(1)} />
        </div>
        <strong className={styles.period}>{period}</strong>
        <span className={styles.count}>
          {data === undefined ? '–' : t('sessionCount', { count: data.items.length })}
        </span>
        {maySchedule && (
          <Link to={paths.schedule} className={styles.add}>
            <CalendarPlus size={15} aria-hidden="true" />
            {t('schedule')}
          </Link>
        )}
      </div>
      <div className={styles.body}>
        {error !== null && <ProblemAlert error={error} title={t('listFailed')} onRetry={() => void refetch()} />}
        {isPending && <RowsSkeleton rows={8} rowHeight={64} />}
        {data !== undefined && data.items.length === 0 && (
          <EmptyState
            text={t(`none-${view}`)}
            action={maySchedule ? <Link to={paths.schedule}>{t('schedule')}</Link> : undefined}
          />
        )}
        {data !== undefined && view === 'week' && (
          <WeekView key={first} first={first} now={now} sessions={data.items} />
        )}
        {data !== undefined && view === 'list' && <SessionList now={now} sessions={data.items} />}
      </div>
      <StatusBar
        legend={<span className={styles.legend}>{t('legend')}</span>}
        keys={[
          { keys: ['W'], text: t('viewWeek') },
          { keys: ['D'], text: t('viewList') },
          { keys: ['T'], text: t('today') },
          ...(maySchedule ? [{ keys: ['N'], text: t('schedule') }] : []),
        ]}
      />
    </div>
  );
}
