import {
  membershipStates,
  postingKinds,
  roles,
  type MembershipState,
  type PersonMembership,
  type PersonView,
} from '@consilium/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { EmptyState, StateTag, type TagTone } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useDirectory } from '../../organisations';
import { usePeopleText } from '../locales';
import styles from '../people.module.css';
import { AddMembershipDialog, EndMembershipDialog, GrantAdministratorDialog } from './membership-dialogs';

const TONES: Record<MembershipState, TagTone> = {
  COMING: 'scheduled',
  IN_FORCE: 'ok',
  ENDED: 'neutral',
  CANCELLED: 'neutral',
  LAPSED: 'overdue',
};

/** From when to when, as days of the hospital. */
export function usePeriod(): (period: { validFrom: string; validTo: string | null }) => string {
  const t = usePeopleText();
  return ({ validFrom, validTo }) =>
    validTo === null ? t('openEnd', { from: validFrom }) : t('until', { from: validFrom, to: validTo });
}

/** Which roles the person holds, held and will hold, and where. */
export function MembershipsPart({ person }: { person: PersonView }) {
  const t = usePeopleText();
  const [open, setOpen] = useState<'add' | 'administrator' | PersonMembership>();
  const close = () => setOpen(undefined);
  const { data: directory } = useDirectory();
  const may = (act: PersonView['availableActions'][number]) => person.availableActions.includes(act);
  return (
    <section className={styles.part} aria-labelledby="memberships">
      <header>
        <h2 id="memberships">{t('memberships')}</h2>
        <span className={styles.acts}>
          {may('grant-administrator-role') && (
            <Button onClick={() => setOpen('administrator')}>{t('grantAdministrator')}</Button>
          )}
          {may('add-membership') && (
            <Button type="primary" loading={directory === undefined} onClick={() => setOpen('add')}>
              {t('addMembership')}
            </Button>
          )}
        </span>
      </header>
      {person.memberships.length === 0 && <EmptyState text={t('noMemberships')} />}
      <ul className={styles.rows} aria-label={t('memberships')}>
        {person.memberships.map((membership) => (
          <MembershipRow key={membership.id} membership={membership} onEnd={() => setOpen(membership)} />
        ))}
      </ul>
      {open === 'add' && directory !== undefined && (
        <AddMembershipDialog person={person} host={directory.hospital} onClose={close} />
      )}
      {open === 'administrator' && <GrantAdministratorDialog person={person} onClose={close} />}
      {typeof open === 'object' && <EndMembershipDialog person={person} membership={open} onClose={close} />}
    </section>
  );
}

function MembershipRow({ membership, onEnd }: { membership: PersonMembership; onEnd: () => void }) {
  const t = usePeopleText();
  const label = useLabel();
  const period = usePeriod();
  const { role, department, hospital, posting, state, availableActions } = membership;
  const isOver = state === 'ENDED' || state === 'CANCELLED';
  return (
    <li className={isOver ? styles.over : undefined}>
      <div className={styles.grow}>
        <strong>{label(roles.labels[role])}</strong>
        {posting !== null && <span className={styles.tag}>{label(postingKinds.labels[posting])}</span>}
        <span className={styles.quiet}>
          {[department === null ? undefined : label(department.name), label(hospital.name)].filter(Boolean).join(' · ')}
        </span>
      </div>
      <span className={styles.days}>{period(membership)}</span>
      <StateTag labels={membershipStates.labels} state={state} tone={TONES[state]} />
      {availableActions.includes('end') && (
        <Button size="small" onClick={onEnd} aria-label={`${t('end')} ${label(roles.labels[role])}`}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}
