import { chainBreakLabels, type ChainState } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { ProblemAlert } from '../../components';
import { useLabel, useLocale } from '../../lib/i18n';
import { formatNear, useNow } from '../../lib/time';
import { chainQuery, useVerify } from './api';
import styles from './audit.module.css';
import { useTexts } from './locales';
import { formatSecond } from './times';

/** Rows are sealed within five seconds; one that waits longer than this tells that nobody seals. */
const LATE_MS = 30_000;
const SHOWN_DIGITS = 12;

/** Whether the log is as it was written: the last verification, and how far it is sealed. */
export function ChainLine() {
  const t = useTexts();
  const chain = useQuery(chainQuery);
  const verify = useVerify();
  return (
    <section className={styles.chain} aria-label={t('chain')}>
      {chain.data !== undefined && <ChainWords state={chain.data} />}
      {chain.isError && (
        <ProblemAlert error={chain.error} title={t('chainFailed')} onRetry={() => void chain.refetch()} />
      )}
      {chain.isPending && <span aria-hidden="true">–</span>}
      <Button size="small" loading={verify.isPending} disabled={chain.isPending} onClick={() => verify.mutate()}>
        {t('verify')}
      </Button>
      <ProblemAlert error={verify.error} title={t('verifyFailed')} />
    </section>
  );
}

function ChainWords({ state }: { state: ChainState }) {
  const t = useTexts();
  const locale = useLocale();
  const now = useNow(5_000);
  const { unsealedRows, unsealedSince, headHash } = state;
  const isLate = unsealedSince !== null && now.getTime() - Date.parse(unsealedSince) > LATE_MS;
  return (
    <>
      <Verdict state={state} />
      <span>{t('sealed', { count: state.sealedRows.toLocaleString(locale) })}</span>
      {isLate ? (
        <strong className={styles.late}>
          {t('unsealedLate', { count: unsealedRows, since: formatSecond(unsealedSince, locale) })}
        </strong>
      ) : (
        <span>{t('unsealed', { count: unsealedRows })}</span>
      )}
      {headHash !== null && <code title={headHash}>{t('head', { hash: headHash.slice(0, SHOWN_DIGITS) })}</code>}
    </>
  );
}

function Verdict({ state: { lastCheck } }: { state: ChainState }) {
  const t = useTexts();
  const label = useLabel();
  const locale = useLocale();
  const now = useNow();
  if (lastCheck === null) return <span>{t('unchecked')}</span>;
  const at = formatNear(lastCheck.at, now, locale);
  if (lastCheck.broken === null)
    return (
      <strong className={styles.passed} title={formatSecond(lastCheck.at, locale)}>
        <ShieldCheck size={16} aria-hidden="true" /> {t('passed', { at })}
      </strong>
    );
  const { kind, sequence, eventId } = lastCheck.broken;
  const what = label(chainBreakLabels[kind]);
  return (
    <strong role="alert" className={styles.broken}>
      <ShieldAlert size={16} aria-hidden="true" />{' '}
      {sequence === null
        ? t('brokenUnsealed', { row: eventId ?? '–', what, at })
        : t('broken', { place: sequence, what, at })}
    </strong>
  );
}
