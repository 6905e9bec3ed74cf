import { emergencyReasons, type OpenEmergency } from '@consilium/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Siren } from 'lucide-react';
import { useEffect } from 'react';
import { ConfirmButton, ProblemAlert } from '../../components';
import { useLabel } from '../../lib/i18n';
import { useMe } from '../../lib/me';
import { formatClock, formatFormal, timeLeft, useNow } from '../../lib/time';
import { useEndEmergency } from './api';
import styles from './emergency-access.module.css';
import { useTexts } from './locales';

const TICK_MS = 5_000;

/** Emergency accesses to the case on the page: to who has one until when, to its owner who has one and why. It cannot be closed. */
export function EmergencyBanner({ caseNo, emergencies }: { caseNo: string; emergencies: readonly OpenEmergency[] }) {
  const me = useMe();
  const client = useQueryClient();
  const now = useNow(TICK_MS);
  const isOver = ({ endsAt }: OpenEmergency) => Date.parse(endsAt) <= now.getTime();
  const ownIsOver = emergencies.some((one) => one.person.id === me.id && isOver(one));
  useEffect(() => {
    // What the cache holds of the case is gone with the access; asked for again, the case is refused.
    if (ownIsOver) void client.resetQueries({ queryKey: ['case', caseNo] });
  }, [ownIsOver, client, caseNo]);
  return emergencies
    .filter((one) => !isOver(one))
    .map((one) => <Line key={one.id} emergency={one} isOwn={one.person.id === me.id} now={now} />);
}

function Line({ emergency, isOwn, now }: { emergency: OpenEmergency; isOwn: boolean; now: Date }) {
  const t = useTexts();
  const l = useLabel();
  const end = useEndEmergency();
  const { endsAt, person, reasonKind, reason } = emergency;
  const words = { at: formatClock(endsAt), left: timeLeft(endsAt, now).text };
  return (
    <section className={styles.banner} aria-label={t('title')} title={formatFormal(endsAt)}>
      <Siren size={16} aria-hidden="true" />
      <p>
        {isOwn
          ? t('bannerOwn', words)
          : t('bannerOther', { ...words, name: person.name, kind: l(emergencyReasons.labels[reasonKind]), reason })}
      </p>
      {emergency.mayEnd && (
        <ConfirmButton
          size="small"
          question={t('endQuestion')}
          detail={t('endDetail')}
          confirmText={t('end')}
          onConfirm={() => end.mutateAsync(emergency.id)}
        >
          {t('end')}
        </ConfirmButton>
      )}
      <ProblemAlert error={end.error} title={t('endFailed')} />
    </section>
  );
}
