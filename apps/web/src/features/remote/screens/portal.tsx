import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { ChevronLeft, ChevronRight, List } from 'lucide-react';
import { useEffect } from 'react';
import { EmptyState, ProblemAlert, RowsSkeleton, StatusBar } from '../../../components';
import { CardsSkeleton } from '../../../components/skeletons';
import { useLocale } from '../../../lib/i18n';
import { useLive } from '../../../lib/live';
import { useMe } from '../../../lib/me';
import { paths } from '../../../lib/paths';
import { serverNow } from '../../../lib/server-clock';
import { useShortcuts } from '../../../lib/shortcuts';
import { useNow } from '../../../lib/time';
import { remoteHomeQuery, sharedCaseQuery, type SharedCase } from '../api';
import { SharedCaseView } from '../case/shared-case';
import { useRemoteText } from '../locales';
import { ClosedOpinion, Composer } from '../opinion/composer';
import { questionIdOf } from '../opinion/question-block';
import { AccessNotice } from '../portal/access-notice';
import { CaseList, orderedCases } from '../portal/case-list';
import { PortalHeader } from '../portal/portal-header';
import { SessionCard, nextSession } from '../portal/session-card';
import styles from '../portal/portal.module.css';

const MOST_TIMER_MS = 2_147_000_000;

/** What experts of linked hospitals see: their sessions, the cases shared with them, and nothing else of the house. */
export function RemotePortalScreen() {
  const { px } = useParams({ strict: false });
  const t = useRemoteText();
  const locale = useLocale();
  const me = useMe();
  const navigate = useNavigate();
  const now = useNow(60_000);
  const home = useQuery(remoteHomeQuery);
  const shared = useQuery({ ...sharedCaseQuery(px ?? ''), enabled: px !== undefined });
  const sessions = home.data?.sessions ?? [];
  const { waiting, given } = orderedCases(sessions);
  const order = [...waiting, ...given].map((item) => item.px);
  useLive([...new Set([...order, ...(px === undefined ? [] : [px])])].map((key) => ({ topic: 'share' as const, key })));
  useEffect(() => {
    document.title = `${t('portal')} · ${t('product')}`;
  }, [t]);

  const open = px === undefined ? undefined : shared.data;
  useEndOfAccess(open?.access === 'open' ? open.case.accessUntil : undefined);
  const goTo = (step: 1 | -1) => {
    const at = px === undefined ? -1 : order.indexOf(px);
    const next = order[px === undefined ? 0 : at + step];
    if (next !== undefined) void navigate({ to: paths.remoteCase, params: { px: next } });
  };
  const focusQuestion = (index: number) => () => {
    const question = document.getElementById(questionIdOf(index));
    question?.scrollIntoView({ block: 'nearest' });
    question?.querySelector<HTMLInputElement>('input')?.focus({ preventScroll: true });
  };
  useShortcuts({
    KeyJ: () => goTo(1),
    KeyK: () => goTo(-1),
    Digit1: focusQuestion(0),
    Digit2: focusQuestion(1),
    Digit3: focusQuestion(2),
  });
  const ofCase = sessions.find((session) => session.cases.some((item) => item.px === px));
  const host = (ofCase ?? nextSession(sessions, now) ?? sessions[0])?.host;
  return (
    <div className={`${styles.portal} ${px === undefined ? styles.atHome : styles.atCase}`}>
      <PortalHeader host={host} />
      <AccessNotice until={open?.access === 'open' ? open.case.accessUntil : undefined} />
      <div className={styles.body}>
        <nav className={styles.left} aria-label={t('cases')}>
          {home.isPending && <CardsSkeleton cards={4} />}
          {home.isError && (
            <ProblemAlert error={home.error} title={t('homeLoad')} onRetry={() => void home.refetch()} />
          )}
          {home.data !== undefined && (
            <>
              <SessionCard sessions={sessions} />
              <CaseList sessions={sessions} open={px} />
            </>
          )}
        </nav>
        {px === undefined ? (
          <main className={styles.centre}>
            <EmptyState text={t('chooseCase')} />
          </main>
        ) : (
          <>
            <CaseSteps order={order} px={px} onStep={goTo} />
            <OpenCase
              px={px}
              shared={shared.data}
              pending={shared.isPending}
              error={shared.error}
              onRetry={() => void shared.refetch()}
            />
          </>
        )}
      </div>
      <StatusBar
        legend={<span>{t('access', { name: locale === 'en-US' ? me.nameEn : me.name })}</span>}
        keys={[
          { keys: ['J', 'K'], text: t('keyCases') },
          { keys: ['1', '2', '3'], text: t('keyQuestions') },
          { keys: ['Ctrl', 'S'], text: t('keySave') },
          { keys: ['Ctrl', 'Enter'], text: t('keySubmit') },
        ]}
      />
    </div>
  );
}

/** Where the list has no room: the way back to it, and to the neighbours. */
function CaseSteps({ order, px, onStep }: { order: readonly string[]; px: string; onStep: (step: 1 | -1) => void }) {
  const t = useRemoteText();
  const at = order.indexOf(px);
  return (
    <div className={styles.steps}>
      <Link to={paths.remote}>
        <Button icon={<List size={14} aria-hidden="true" />} tabIndex={-1}>
          {t('allCases')}
        </Button>
      </Link>
      <span>
        <Button
          aria-label={t('previous')}
          disabled={at <= 0}
          icon={<ChevronLeft size={16} aria-hidden="true" />}
          onClick={() => onStep(-1)}
        />
        <Button
          aria-label={t('next')}
          disabled={at < 0 || at >= order.length - 1}
          icon={<ChevronRight size={16} aria-hidden="true" />}
          onClick={() => onStep(1)}
        />
      </span>
    </div>
  );
}

interface OpenCaseProps {
  px: string;
  shared: SharedCase | undefined;
  pending: boolean;
  error: unknown;
  onRetry: () => void;
}

function OpenCase({ px, shared, pending, error, onRetry }: OpenCaseProps) {
  const t = useRemoteText();
  if (shared?.access === 'closed') return <ClosedCase wasOpen={shared.wasOpen} />;
  if (shared === undefined) {
    return (
      <main className={styles.centre}>
        {pending && error === null && <RowsSkeleton rows={9} rowHeight={64} />}
        {error !== null && (
          <div className={styles.centrePad}>
            <ProblemAlert error={error} title={t('caseLoad')} onRetry={onRetry} />
          </div>
        )}
      </main>
    );
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself and holds nothing else that takes the focus */}
      <main className={styles.centre} tabIndex={0}>
        <SharedCaseView shared={shared.case} />
      </main>
      <aside className={styles.right}>
        {shared.case.canGiveOpinion ? (
          <Composer key={px} shared={shared.case} />
        ) : (
          <ClosedOpinion shared={shared.case} />
        )}
      </aside>
    </>
  );
}

/** Ended or never shared: nothing of the case is left on the page. */
function ClosedCase({ wasOpen }: { wasOpen: boolean }) {
  const t = useRemoteText();
  return (
    <main className={styles.centre} role="alert">
      <EmptyState
        text={t(wasOpen ? 'ended' : 'notFound')}
        action={
          <Link to={paths.remote}>
            <Button type="primary" tabIndex={-1}>
              {t('backToCases')}
            </Button>
          </Link>
        }
      />
    </main>
  );
}

/** Asks for everything again at the instant at which sharing ends, without waiting to be told. */
function useEndOfAccess(until: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (until === undefined) return undefined;
    const left = Date.parse(until) - serverNow().getTime();
    // Longer than a timer can count: the page is loaded again long before.
    if (left > MOST_TIMER_MS) return undefined;
    const timer = setTimeout(() => void client.invalidateQueries({ queryKey: ['remote'] }), Math.max(0, left) + 50);
    return () => clearTimeout(timer);
  }, [client, until]);
}
