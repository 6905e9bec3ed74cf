import { emergencyReasons, emergencyVerdicts, type EmergencyAccess } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { ConfirmButton, ProblemAlert, StateTag } from '../../components';
import { useLabel } from '../../lib/i18n';
import { useAllowed } from '../../lib/me';
import { paths } from '../../lib/paths';
import { formatClock, formatFormal, formatNear, timeLeft, useNow } from '../../lib/time';
import { useEndEmergency } from './api';
import styles from './emergency-access.module.css';
import { useTexts } from './locales';
import { ReviewDialog } from './review-dialog';

/** One emergency access: who, which case, why, from when to when, and what its review found. */
export function EmergencyRow({ access }: { access: EmergencyAccess }) {
  const t = useTexts();
  const l = useLabel();
  const now = useNow();
  const end = useEndEmergency();
  const [isReviewing, setReviewing] = useState(false);
  const readsLog = useAllowed('audit:read');
  const readsCases = useAllowed('case:read');
  const { person, caseNo, review, endedEarly } = access;
  const name = person.department === null ? person.name : `${person.name} · ${l(person.department)}`;
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <State access={access} />
        <strong>{name}</strong>
        {readsCases && access.isOpen ? (
          <Link to="/cases/$caseNo" params={{ caseNo }}>
            {caseNo}
          </Link>
        ) : (
          <span>{caseNo}</span>
        )}
        <span className={styles.quiet}>{t('ownerOf', { name: access.ownerName })}</span>
      </div>
      <p className={styles.why}>
        <strong>{l(emergencyReasons.labels[access.reasonKind])}</strong> {access.reason}
      </p>
      <p className={styles.quiet} title={formatFormal(access.openedAt)}>
        {t('period', { from: formatNear(access.openedAt, now), to: formatClock(access.endsAt) })}
        {access.isOpen && ` · ${timeLeft(access.endsAt, now).text}`}
        {endedEarly !== null && ` · ${t('endedBy', { at: formatClock(endedEarly.at), name: endedEarly.by })}`}
      </p>
      {review !== null && (
        <p className={styles.quiet} title={formatFormal(review.at)}>
          {t('reviewedBy', { name: review.by, at: formatNear(review.at, now), note: review.note })}
        </p>
      )}
      <div className={styles.acts}>
        {readsLog && (
          <Link to={paths.audit} search={{ case: caseNo, actor: person.id } as never}>
            {t('traces')}
          </Link>
        )}
        {access.availableActions.includes('end') && (
          <ConfirmButton
            size="small"
            aria-label={`${t('end')} ${person.name} ${caseNo}`}
            question={t('endQuestion')}
            detail={t('endDetail')}
            confirmText={t('end')}
            onConfirm={() => end.mutateAsync(access.id)}
          >
            {t('end')}
          </ConfirmButton>
        )}
        {access.availableActions.includes('review') && (
          <Button
            size="small"
            type="primary"
            aria-label={`${t('review')} ${person.name} ${caseNo}`}
            onClick={() => setReviewing(true)}
          >
            {t('review')}
          </Button>
        )}
      </div>
      <ProblemAlert error={end.error} title={t('endFailed')} />
      {isReviewing && <ReviewDialog access={access} onClose={() => setReviewing(false)} />}
    </li>
  );
}

function State({ access }: { access: EmergencyAccess }) {
  const t = useTexts();
  if (access.review !== null)
    return (
      <StateTag
        labels={emergencyVerdicts.labels}
        state={access.review.verdict}
        tone={access.review.verdict === 'JUSTIFIED' ? 'ok' : 'overdue'}
      />
    );
  const word = t(access.isOpen ? 'open_state' : 'over');
  return <StateTag labels={{ now: { zh: word, en: word } }} state="now" tone={access.isOpen ? 'due' : 'stale'} />;
}
