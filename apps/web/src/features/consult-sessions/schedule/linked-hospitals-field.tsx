import type { PartnerHospital, SessionPlan } from '@consilium/contracts';
import { Checkbox } from 'antd';
import { CircleAlert, ShieldCheck } from 'lucide-react';
import { EmptyState, ProblemAlert, RowsSkeleton } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { isoDay, useNow } from '../../../lib/time';
import { PersonSelect, useDirectory } from '../../organisations';
import { useText } from '../locales';
import styles from './schedule.module.css';

export type LinkedChoice = SessionPlan['linkedHospitals'][number];

/** Why a hospital cannot be linked, in words; undefined where it can. */
function useObstacle(): (partner: PartnerHospital) => string | undefined {
  const t = useText();
  const today = isoDay(useNow(60_000));
  return ({ agreement, experts }) => {
    if (agreement === null) return t('agreementNone');
    if (agreement.isValid) return experts.length === 0 ? t('noExperts') : undefined;
    if (agreement.validFrom > today) return t('agreementNotYet', { from: agreement.validFrom });
    if (agreement.validTo < today) return t('agreementExpired', { to: agreement.validTo });
    return t('agreementInvalid');
  };
}

function HospitalChoice({
  partner,
  choice,
  onChange,
}: {
  partner: PartnerHospital;
  choice: LinkedChoice | undefined;
  onChange: (choice: LinkedChoice | undefined) => void;
}) {
  const t = useText();
  const label = useLabel();
  const obstacle = useObstacle()(partner);
  const name = label(partner.name);
  const noteId = `agreement-${partner.id}`;
  const only = partner.experts.length === 1 ? partner.experts[0] : undefined;
  return (
    <li className={obstacle === undefined ? styles.hospital : `${styles.hospital} ${styles.barred}`}>
      <Checkbox
        checked={choice !== undefined}
        disabled={obstacle !== undefined}
        aria-describedby={noteId}
        onChange={(event) =>
          onChange(
            event.target.checked
              ? { hospitalId: partner.id, expertIds: only === undefined ? [] : [only.id] }
              : undefined,
          )
        }
      >
        <strong>{name}</strong>
      </Checkbox>
      <p id={noteId} className={obstacle === undefined ? styles.agreement : styles.obstacle}>
        {obstacle === undefined ? (
          <ShieldCheck size={13} aria-hidden="true" />
        ) : (
          <CircleAlert size={13} aria-hidden="true" />
        )}
        {obstacle ??
          t('agreementValid', { no: partner.agreement?.agreementNo ?? '', to: partner.agreement?.validTo ?? '' })}
      </p>
      {choice !== undefined && (
        <PersonSelect
          mode="multiple"
          hospitalId={partner.id}
          aria-label={t('expertsOf', { hospital: name })}
          placeholder={t('chooseExperts')}
          value={choice.expertIds}
          onChange={(ids) => onChange({ hospitalId: partner.id, expertIds: [ids].flat() })}
        />
      )}
    </li>
  );
}

/**
 * The hospitals linked with a session and who of each takes part. A hospital without a valid agreement stands here too, closed and
 * with the reason, so that nobody looks for it in vain.
 */
export function LinkedHospitalsField({
  value = [],
  onChange,
}: {
  value?: LinkedChoice[];
  onChange?: (choices: LinkedChoice[]) => void;
}) {
  const t = useText();
  const { data, isPending, error } = useDirectory();
  if (isPending) return <RowsSkeleton rows={3} rowHeight={56} />;
  if (data === undefined) return <ProblemAlert error={error} title={t('directoryFailed')} />;
  if (data.partners.length === 0) return <EmptyState text={t('noPartners')} />;
  return (
    <ul className={styles.hospitals} aria-label={t('linkedHospitals')}>
      {data.partners.map((partner) => (
        <HospitalChoice
          key={partner.id}
          partner={partner}
          choice={value.find((choice) => choice.hospitalId === partner.id)}
          onChange={(choice) => {
            const others = value.filter((other) => other.hospitalId !== partner.id);
            onChange?.(choice === undefined ? others : [...others, choice]);
          }}
        />
      ))}
    </ul>
  );
}
