import type { AgendaItem, SessionView } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { EmptyState, ProblemAlert, StatusBar } from '../../../components';
import { useLive } from '../../../lib/live';
import { useLocale } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { discussedCaseQuery } from '../api';
import { useText } from '../locales';
import { RecordPanel } from '../record/record-panel';
import { useRecordKeeper } from '../record/use-record';
import { AgendaRail } from './agenda-rail';
import { AttendanceStrip } from './attendance-strip';
import { CasePanel } from './case-panel';
import { LiveHeader } from './live-header';
import styles from './live.module.css';
import { useLiveKeys } from './use-live-keys';

/** What the session is at by itself: the open case, or the first that waits, or the last that was concluded. */
function currentItem(items: AgendaItem[]): AgendaItem | undefined {
  return (
    items.find((item) => item.state === 'OPEN') ??
    items.find((item) => item.state === 'QUEUED') ??
    items.find((item) => item.state === 'CONCLUDED') ??
    items[0]
  );
}

/** Which case is shown: the one in the address, or with none there the one the session is at. */
function useShownItem(session: SessionView) {
  const search: { item?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const items = [...session.agenda].sort((a, b) => a.ordinal - b.ordinal);
  const chosen = items.find((item) => String(item.ordinal) === search.item);
  const shown = chosen ?? currentItem(items);
  const at = items.findIndex((item) => item.id === shown?.id);
  const go = (ordinal: number | undefined) =>
    void navigate({
      to: paths.live,
      params: { id: session.id },
      search: ordinal === undefined ? {} : { item: String(ordinal) },
      replace: true,
    });
  return {
    shown,
    previous: items[at - 1],
    next: at === -1 ? undefined : items[at + 1],
    following: chosen === undefined || chosen.id === currentItem(items)?.id,
    show: (item: AgendaItem | undefined) => {
      if (item !== undefined) go(item.ordinal);
    },
    follow: () => go(undefined),
  };
}

type Pane = 'agenda' | 'case' | 'record';

/** Agenda, case and record side by side; one at a time where the screen is narrow. */
export function LiveSession({
  session,
  error,
  onRetry,
}: {
  session: SessionView;
  error: unknown;
  onRetry: () => void;
}) {
  const t = useText();
  const locale = useLocale();
  const { shown, previous, next, following, show, follow } = useShownItem(session);
  const keeper = useRecordKeeper(session.id);
  const discussed = useQuery({ ...discussedCaseQuery(shown?.caseNo ?? ''), enabled: shown !== undefined });
  useLive(shown === undefined ? [] : [{ topic: 'case', key: shown.caseNo }]);
  const seen = discussed.data ?? (discussed.isError ? null : undefined);
  const [pane, setPane] = useState<Pane>('case');
  const [question, setQuestion] = useState<number>();
  useEffect(() => {
    document.title = `${session.title} · ${locale === 'en-US' ? 'Consilium' : '合议'}`;
  }, [session.title, locale]);

  const questions = shown?.questions.length ?? 0;
  useLiveKeys({
    BracketLeft: () => show(previous),
    BracketRight: () => show(next),
    KeyF: follow,
    KeyQ: () => setQuestion((old) => (old === undefined ? 0 : old + 1 >= questions ? undefined : old + 1)),
  });

  return (
    <div className={styles.screen} data-pane={pane}>
      <LiveHeader session={session} following={following} onFollow={follow} />
      <ProblemAlert error={error} title={t('sessionFailed')} onRetry={onRetry} />
      <div className={styles.panes}>
        <Segmented<Pane>
          block
          aria-label={t('part')}
          value={pane}
          onChange={setPane}
          options={[
            { value: 'agenda', label: t('agenda') },
            { value: 'case', label: t('case') },
            { value: 'record', label: t('record') },
          ]}
        />
      </div>
      <div className={styles.columns}>
        <AgendaRail
          session={session}
          selected={shown}
          onChoose={(item) => {
            show(item);
            setPane('case');
          }}
        />
        <main className={styles.centre}>
          {shown === undefined ? (
            <EmptyState text={t('agendaEmpty')} />
          ) : (
            <CasePanel
              key={shown.id}
              session={session}
              item={shown}
              discussed={seen}
              error={discussed.error}
              onRetry={() => void discussed.refetch()}
              keeper={keeper}
              question={question}
              onQuestion={setQuestion}
              onStep={(by) => show(by === 1 ? next : previous)}
              hasPrevious={previous !== undefined}
              hasNext={next !== undefined}
            />
          )}
          <AttendanceStrip session={session} item={shown} />
        </main>
        {shown !== undefined && (
          <RecordPanel key={shown.id} session={session} item={shown} discussed={seen} keeper={keeper} onNext={follow} />
        )}
      </div>
      <StatusBar
        legend={
          <span className={styles.legend}>
            <ShieldCheck size={14} aria-hidden="true" />
            {t('liveLegend')}
          </span>
        }
        keys={[
          { keys: ['[', ']'], text: t('keyItems') },
          { keys: ['Q'], text: t('keyQuestion') },
          { keys: ['1–7'], text: t('direction') },
          { keys: ['G'], text: t('consensusText') },
          { keys: ['V'], text: t('stances') },
          { keys: ['D'], text: t('dissent') },
          { keys: ['A'], text: t('actions') },
          { keys: ['F'], text: t('follow') },
        ]}
      />
    </div>
  );
}
