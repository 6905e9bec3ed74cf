import { questionAnswers, stances } from '@consilium/contracts';
import { CircleDashed, Video } from 'lucide-react';
import { EmptyState, StanceTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useText } from '../locales';
import { useStaffName } from '../staff-names';
import type { RecordDraft } from '../record/record-draft';
import type { Seat } from '../record/seats';
import styles from './opinions.module.css';

function OpinionCard({ seat, draft, question }: { seat: Seat; draft: RecordDraft; question: number | undefined }) {
  const t = useText();
  const label = useLabel();
  const staff = useStaffName();
  const { written } = seat;
  const spoken = draft.stances[seat.key]?.stance ?? null;
  const changed = spoken !== null && written?.stance != null && spoken !== written.stance;
  const reply = question === undefined ? undefined : written?.answers.find((answer) => answer.question === question);
  const dissent = (spoken ?? written?.stance) === 'oppose';
  return (
    <li className={dissent ? `${styles.card} ${styles.dissent}` : styles.card}>
      <p className={styles.head}>
        {seat.hospitalId !== null && <Video size={13} aria-hidden="true" className={styles.remote} />}
        <strong>{seat.name}</strong>
        <span className={styles.author}>{staff(written?.author ?? seat.people[0]?.name ?? '')}</span>
        {written?.stance != null ? (
          <StanceTag stance={written.stance} />
        ) : spoken !== null ? (
          <StanceTag stance={spoken} />
        ) : (
          <span className={styles.none}>
            <CircleDashed size={12} aria-hidden="true" />
            {t('noStance')}
          </span>
        )}
      </p>
      {changed && <p className={styles.spoken}>{t('spokenNow', { stance: label(stances.labels[spoken]) })}</p>}
      {reply !== undefined && (
        <p className={styles.reply}>
          <strong>{label(questionAnswers.labels[reply.answer])}</strong> {reply.text}
        </p>
      )}
      {(question === undefined || reply === undefined) && (
        // A dissent stands in full; other opinions show their beginning and the rest on demand.
        <p className={dissent ? styles.text : `${styles.text} ${styles.short}`} title={written?.text}>
          {written === undefined ? t('noWritten') : written.text}
        </p>
      )}
    </li>
  );
}

/** The written opinions, one card for each department and hospital, with the answer to the question in front. */
export function OpinionCards({
  seats,
  draft,
  question,
  hidden,
}: {
  seats: Seat[];
  draft: RecordDraft;
  question: number | undefined;
  /** Opinions this person does not see before giving their own. */
  hidden: number;
}) {
  const t = useText();
  return (
    <section aria-label={t('opinions')}>
      {seats.length === 0 ? (
        <EmptyState text={t('noOpinions')} />
      ) : (
        <ul className={styles.cards}>
          {seats.map((seat) => (
            <OpinionCard key={seat.key} seat={seat} draft={draft} question={question} />
          ))}
        </ul>
      )}
      {hidden > 0 && <p className={styles.hidden}>{t('hiddenOpinions', { count: hidden })}</p>}
    </section>
  );
}
