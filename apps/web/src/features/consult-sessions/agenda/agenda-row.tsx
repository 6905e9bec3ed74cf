import { agendaItemStates, consensusTypes, sexes, type AgendaItem, type SessionView } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { CircleCheck, Hand, MessageSquareText, TriangleAlert, Video, X } from 'lucide-react';
import { ConfirmButton, ProblemAlert, RiskBadge, StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { formatClock } from '../../../lib/time';
import { useRemoveCase } from '../api';
import { useText } from '../locales';
import { useStaffName } from '../staff-names';
import styles from './session.module.css';

/** With which hospitals the case is shared, under which code, and whether their opinion is in. */
function SharedWith({ item }: { item: AgendaItem }) {
  const t = useText();
  const label = useLabel();
  if (item.sharedWith.length === 0) return null;
  return (
    <ul className={styles.shares} aria-label={t('sharedWith')}>
      {item.sharedWith.map((share) => (
        <li key={share.hospitalId}>
          <Video size={12} aria-hidden="true" />
          {label(share.name)} {share.pxCode} · {t(share.opinionGiven ? 'remoteOpinionGiven' : 'remoteOpinionOwed')}
        </li>
      ))}
    </ul>
  );
}

function QuorumNote({ item }: { item: AgendaItem }) {
  const t = useText();
  const label = useLabel();
  if (item.quorum.met) {
    return (
      <span className={styles.quorumMet}>
        <CircleCheck size={13} aria-hidden="true" />
        {t('quorumMet')}
      </span>
    );
  }
  const missing = item.quorum.lines.filter((line) => !line.met).map((line) => label(line.label));
  return (
    <span className={styles.quorumMissing}>
      <TriangleAlert size={13} aria-hidden="true" />
      {t('quorumLacks', { missing: missing.join(t('listSeparator')) })}
    </span>
  );
}

/** One case on the agenda. A dissent is printed here as everywhere. */
export function AgendaRow({
  session,
  item,
  startsAt,
}: {
  session: SessionView;
  item: AgendaItem;
  startsAt: Date | undefined;
}) {
  const t = useText();
  const label = useLabel();
  const staff = useStaffName();
  const remove = useRemoveCase(session.id);
  const dissents = item.decision?.stances.filter((entry) => entry.stance === 'oppose') ?? [];
  const nameOf = (personId: string) =>
    staff(session.members.find((member) => member.personId === personId)?.name ?? '');
  const running = session.state === 'IN_PROGRESS' && (item.state === 'QUEUED' || item.state === 'OPEN');
  return (
    <li className={styles.item}>
      <span className={styles.ordinal}>{item.ordinal}</span>
      <div className={styles.itemTime}>
        <strong>{startsAt === undefined ? '–' : formatClock(startsAt)}</strong>
        <span>{t('minutes', { count: item.minutes })}</span>
      </div>
      <div className={styles.itemCase}>
        <p className={styles.itemHead}>
          <strong>{item.maskedName}</strong>
          <span>
            {label(sexes.labels[item.sex])} {t('age', { n: item.ageYears })}
          </span>
          <Link to={paths.case} params={{ caseNo: item.caseNo }}>
            {item.caseNo}
          </Link>
          <RiskBadge risk={item.risk} />
        </p>
        {item.diagnosis === '' ? <p className={styles.muted}>{t('contentHidden')}</p> : <p>{item.diagnosis}</p>}
        {item.questions.length > 0 && (
          <ol className={styles.questions} aria-label={t('questions')}>
            {item.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
        )}
        <SharedWith item={item} />
        {dissents.map((entry) => (
          <p key={entry.personId} className={styles.dissent}>
            <Hand size={13} aria-hidden="true" />
            {t('dissentOf', { name: nameOf(entry.personId), reason: entry.note })}
          </p>
        ))}
        <ProblemAlert error={remove.error} />
      </div>
      <div className={styles.itemState}>
        <StateTag labels={agendaItemStates.labels} state={item.state} />
        {item.decision?.consensus != null && <span>{label(consensusTypes.labels[item.decision.consensus])}</span>}
        <span className={item.opinionsGiven < item.opinionsOwed ? styles.over : styles.muted}>
          <MessageSquareText size={13} aria-hidden="true" />
          {t('opinionsOf', { given: item.opinionsGiven, owed: item.opinionsOwed })}
        </span>
        {running && <QuorumNote item={item} />}
      </div>
      <div className={styles.itemActs}>
        {item.availableActions.includes('remove') && (
          <ConfirmButton
            type="text"
            aria-label={t('removeCase', { caseNo: item.caseNo })}
            icon={<X size={15} aria-hidden="true" />}
            question={t('removeQuestion', { caseNo: item.caseNo })}
            detail={item.sharedWith.length > 0 ? t('removeEndsShares') : undefined}
            confirmText={t('remove')}
            onConfirm={() => remove.mutateAsync(item.id)}
          />
        )}
      </div>
    </li>
  );
}
