import { consentStates, shareStates, type ShareLine } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatDense, formatFormal, timeLeft, useNow } from '../../../lib/time';
import { useShareTexts } from '../locales';
import styles from '../shares.module.css';
import { Sections } from './sections';

export type ShareAct = 'revoke' | 'change';

interface Props {
  lines: readonly ShareLine[];
  which: 'current' | 'ended';
  onAct: (share: ShareLine, act: ShareAct) => void;
}

/** What is shared, or was: with whom, what of it, until when, on which grounds. */
export function SharesTable({ lines, which, onAct }: Props) {
  const t = useShareTexts();
  const hasActions = lines.some(({ availableActions }) => availableActions.length > 0);
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t(which)}>
        <thead>
          <tr>
            <th scope="col">{t('caseColumn')}</th>
            <th scope="col">{t('hospital')}</th>
            <th scope="col">{t('session')}</th>
            <th scope="col">{t('sections')}</th>
            <th scope="col">{t('basis')}</th>
            <th scope="col">{t(which === 'current' ? 'until' : 'endedAt')}</th>
            <th scope="col">{t('openings')}</th>
            {hasActions && <th scope="col">{t('actions')}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.id} line={line} which={which} hasActions={hasActions} onAct={onAct} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  line,
  which,
  hasActions,
  onAct,
}: {
  line: ShareLine;
  which: 'current' | 'ended';
  hasActions: boolean;
  onAct: Props['onAct'];
}) {
  const t = useShareTexts();
  const label = useLabel();
  const { consent } = line;
  return (
    <tr>
      <th scope="row" className={styles.nowrap}>
        {line.canReadCase ? (
          <Link to="/cases/$caseNo" params={{ caseNo: line.caseNo }}>
            {line.caseNo}
          </Link>
        ) : (
          line.caseNo
        )}
        <div className={styles.quiet}>{line.pxCode}</div>
      </th>
      <td data-label={t('hospital')} title={label(line.hospital.name)}>
        {label(line.hospital.shortName)}
        <div className={styles.quiet} title={formatFormal(line.createdAt)}>
          {t('sharedBy', { who: line.createdBy, at: formatDense(line.createdAt) })}
        </div>
      </td>
      <td data-label={t('session')} className={styles.nowrap} title={formatFormal(line.session.startsAt)}>
        {formatDense(line.session.startsAt)}
      </td>
      <td data-label={t('sections')}>
        <Sections sections={line.sections} />
      </td>
      <td data-label={t('basis')} className={styles.nowrap}>
        {t('consentSigned', { day: consent.signedOn })}{' '}
        {consent.state !== 'IN_FORCE' && (
          <StateTag labels={consentStates.labels} state={consent.state} tone="overdue" />
        )}
        <div className={styles.quiet}>{t('agreementNo', { no: line.agreement.agreementNo })}</div>
      </td>
      <td className={styles.nowrap} data-label={t(which === 'current' ? 'until' : 'endedAt')}>
        {which === 'current' ? <Left until={line.expiresAt} /> : <End line={line} />}
      </td>
      <td data-label={t('openings')} className={styles.nowrap}>
        {line.openings === 0 ? (
          <span className={styles.quiet}>{t('openedNever')}</span>
        ) : (
          <>
            {t('openedTimes', { count: line.openings })}
            {line.lastOpenedAt !== null && (
              <div className={styles.quiet} title={formatFormal(line.lastOpenedAt)}>
                {t('openedLast', { at: formatDense(line.lastOpenedAt) })}
              </div>
            )}
          </>
        )}
      </td>
      {hasActions && (
        <td className={styles.nowrap}>
          <span className={styles.actions}>
            {line.availableActions.includes('change') && (
              <Button
                size="small"
                aria-label={t('changeOf', { px: line.pxCode })}
                onClick={() => onAct(line, 'change')}
              >
                {t('change')}
              </Button>
            )}
            {line.availableActions.includes('revoke') && (
              <Button
                size="small"
                aria-label={t('revokeOf', { px: line.pxCode })}
                onClick={() => onAct(line, 'revoke')}
              >
                {t('revoke')}
              </Button>
            )}
          </span>
        </td>
      )}
    </tr>
  );
}

function Left({ until }: { until: string }) {
  const now = useNow();
  return (
    <span title={formatFormal(until)}>
      {formatDense(until, now)}
      <div className={styles.quiet}>{timeLeft(until, now).text}</div>
    </span>
  );
}

function End({ line }: { line: ShareLine }) {
  const t = useShareTexts();
  const at = line.revokedAt ?? line.expiresAt;
  return (
    <>
      <StateTag labels={shareStates.labels} state={line.state} tone="stale" />{' '}
      <span title={formatFormal(at)}>{formatDense(at)}</span>
      {line.revokedBy !== null && <div className={styles.quiet}>{t('revokedBy', { who: line.revokedBy })}</div>}
      {line.revokeReason !== null && <div className={styles.reason}>{line.revokeReason}</div>}
    </>
  );
}
