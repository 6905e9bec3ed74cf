import { attendanceModes, type AgendaItem, type SessionMember, type SessionView } from '@consilium/contracts';
import { Dropdown } from 'antd';
import { Check, TriangleAlert, UserRound, Video } from 'lucide-react';
import { ProblemAlert } from '../../../components';
import { useLabel, useLocale } from '../../../lib/i18n';
import { useMarkAttendance, type Presence } from '../api';
import { inOrder, useAttendanceMenu } from '../attendance';
import { useText } from '../locales';
import { useStaffName } from '../staff-names';
import { AdmitPerson } from './admit-person';
import styles from './attendance.module.css';

/** The required disciplines of this case: filled where somebody is there, hollow with the reason where nobody is. */
function QuorumDots({ item }: { item: AgendaItem }) {
  const t = useText();
  const label = useLabel();
  const locale = useLocale();
  const staff = useStaffName();
  const sign = (name: string) =>
    Array.from(name)
      .slice(0, locale === 'en-US' ? 2 : 1)
      .join('');
  const missing = item.quorum.lines.filter((line) => !line.met);
  return (
    <>
      <ul className={styles.dots} aria-label={t('quorum')}>
        {item.quorum.lines.map((line) => {
          const name = label(line.label);
          const said = line.met
            ? t('quorumLineMet', { name, by: staff(line.by ?? '') })
            : t('quorumLineMissing', { name, basis: label(line.basis) });
          return (
            <li key={line.key} className={line.met ? styles.dotMet : styles.dotMissing} title={said}>
              <span aria-hidden="true">{sign(name)}</span>
              <span className="visually-hidden">{said}</span>
            </li>
          );
        })}
      </ul>
      {missing.length > 0 && (
        <ul className={styles.missing}>
          {missing.map((line) => (
            <li key={line.key}>
              <strong>{t('lacks', { name: label(line.label) })}</strong> {label(line.basis)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function MemberChip({
  member,
  mayMark,
  busy,
  onMark,
}: {
  member: SessionMember;
  mayMark: boolean;
  busy: boolean;
  onMark: (presence: Presence) => void;
}) {
  const t = useText();
  const label = useLabel();
  const staff = useStaffName();
  const menu = useAttendanceMenu(member, onMark);
  const state = member.attendance === null ? t('absent') : label(attendanceModes.labels[member.attendance.mode]);
  const Icon = member.attendance === null ? UserRound : member.attendance.mode === 'REMOTE' ? Video : Check;
  const look = member.attendance === null ? styles.chip : `${styles.chip} ${styles.present}`;
  const content = (
    <>
      <Icon size={12} aria-hidden="true" />
      {staff(member.name)}
      {member.attendance !== null && member.attendance.mode !== 'IN_PERSON' && <em>{state}</em>}
    </>
  );
  const from = label(member.department ?? member.hospital);
  if (!mayMark) {
    return (
      <span className={look} title={`${from} · ${state}`}>
        {content}
      </span>
    );
  }
  return (
    <Dropdown menu={menu} trigger={['click']}>
      <button
        type="button"
        className={look}
        aria-busy={busy}
        aria-label={t('attendanceOf', { name: staff(member.name), state })}
        title={`${from} · ${state}`}
      >
        {content}
      </button>
    </Dropdown>
  );
}

/** Who is there, and whether that is enough for this case. Somebody's presence is marked with one click on the name. */
export function AttendanceStrip({ session, item }: { session: SessionView; item: AgendaItem | undefined }) {
  const t = useText();
  const mark = useMarkAttendance(session.id);
  const present = session.members.filter((member) => member.attendance !== null).length;
  const mayMark = session.availableActions.includes('mark-attendance');
  return (
    <section className={styles.strip} aria-label={t('attendance')}>
      <div className={styles.line}>
        <strong>{t('presentOf', { present, total: session.members.length })}</strong>
        {item !== undefined && (
          <>
            <span className={item.quorum.met ? styles.met : styles.notMet}>
              {item.quorum.met ? (
                <Check size={13} aria-hidden="true" />
              ) : (
                <TriangleAlert size={13} aria-hidden="true" />
              )}
              {t(item.quorum.met ? 'quorumMet' : 'quorumNotMet')}
            </span>
            <QuorumDots item={item} />
          </>
        )}
      </div>
      <ul className={styles.members} aria-label={t('members')}>
        {inOrder(session.members).map((member) => (
          <li key={member.personId}>
            <MemberChip
              member={member}
              mayMark={mayMark}
              busy={mark.isPending && mark.variables.personId === member.personId}
              onMark={(presence) => mark.mutate({ personId: member.personId, presence })}
            />
          </li>
        ))}
        {mayMark && (
          <li>
            <AdmitPerson session={session} onAdmit={(personId, presence) => mark.mutate({ personId, presence })} />
          </li>
        )}
      </ul>
      <ProblemAlert error={mark.error} />
    </section>
  );
}
