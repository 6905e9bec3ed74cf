import { attendanceModes, type SessionMember, type SessionView } from '@consilium/contracts';
import { Button, Dropdown } from 'antd';
import { ChevronDown, MailPlus } from 'lucide-react';
import { useState } from 'react';
import { PersonChip, ProblemAlert } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { InvitationDialog } from '../../identity';
import { formatClock } from '../../../lib/time';
import { useMarkAttendance } from '../api';
import { inOrder, useAttendanceMenu } from '../attendance';
import { useText } from '../locales';
import { useStaffName } from '../staff-names';
import styles from './session.module.css';

/** Before a session is held nobody is absent. */
const isHeld = (session: SessionView) => session.state === 'IN_PROGRESS' || session.state === 'ENDED';

function MemberRow({
  member,
  held,
  mayMark,
  mark,
  onInvite,
}: {
  member: SessionMember;
  held: boolean;
  mayMark: boolean;
  mark: ReturnType<typeof useMarkAttendance>;
  /** Present where this person may be invited by a link. */
  onInvite: (() => void) | undefined;
}) {
  const t = useText();
  const label = useLabel();
  const staff = useStaffName();
  const menu = useAttendanceMenu(member, (presence) => mark.mutate({ personId: member.personId, presence }));
  const state =
    member.attendance === null
      ? t(held ? 'absent' : 'markPresent')
      : t('presentSince', {
          mode: label(attendanceModes.labels[member.attendance.mode]),
          at: formatClock(member.attendance.arrivedAt),
        });
  return (
    <li className={styles.member}>
      <PersonChip name={staff(member.name)} detail={t(`role-${member.role}`)} size={24} />
      <span className={styles.memberFrom}>
        {member.role === 'EXPERT' || member.department === null ? label(member.hospital) : label(member.department)}
      </span>
      {onInvite !== undefined && (
        <Button
          size="small"
          type="text"
          className={styles.memberInvite}
          icon={<MailPlus size={13} aria-hidden="true" />}
          aria-label={t('inviteOf', { name: staff(member.name) })}
          onClick={onInvite}
        >
          {t('invite')}
        </Button>
      )}
      {mayMark ? (
        <Dropdown menu={menu} trigger={['click']}>
          <Button
            size="small"
            loading={mark.isPending && mark.variables.personId === member.personId}
            className={member.attendance === null ? styles.memberState : `${styles.memberState} ${styles.present}`}
            aria-label={t('attendanceOf', { name: staff(member.name), state })}
          >
            {state}
            <ChevronDown size={13} aria-hidden="true" />
          </Button>
        </Dropdown>
      ) : (
        (held || member.attendance !== null) && (
          <span className={`${styles.memberState} ${member.attendance === null ? styles.muted : styles.present}`}>
            {state}
          </span>
        )
      )}
    </li>
  );
}

/** Everybody whose time is booked, and who is there. */
export function PeopleList({ session }: { session: SessionView }) {
  const t = useText();
  const mark = useMarkAttendance(session.id);
  const present = session.members.filter((member) => member.attendance !== null).length;
  const mayMark = session.availableActions.includes('mark-attendance');
  const mayInvite = session.availableActions.includes('invite');
  const [invited, setInvited] = useState<SessionMember>();
  const staff = useStaffName();
  return (
    <section className={styles.panel} aria-labelledby="people-title">
      <header className={styles.panelHead}>
        <h2 id="people-title">{t('people')}</h2>
        <span className={styles.muted}>
          {isHeld(session)
            ? t('presentOf', { present, total: session.members.length })
            : t('peopleCount', { count: session.members.length })}
        </span>
      </header>
      <ProblemAlert error={mark.error} />
      <ul className={styles.members} aria-label={t('people')}>
        {inOrder(session.members).map((member) => (
          <MemberRow
            key={member.personId}
            member={member}
            held={isHeld(session)}
            mayMark={mayMark}
            mark={mark}
            onInvite={mayInvite && member.role === 'EXPERT' ? () => setInvited(member) : undefined}
          />
        ))}
      </ul>
      {invited !== undefined && (
        <InvitationDialog
          sessionId={session.id}
          person={{ id: invited.personId, name: staff(invited.name) }}
          onClose={() => setInvited(undefined)}
        />
      )}
    </section>
  );
}
