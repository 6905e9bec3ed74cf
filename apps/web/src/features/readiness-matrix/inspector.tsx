import { requirements, sexes } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { CircleAlert, Timer, X } from 'lucide-react';
import { PersonChip } from '../../components/person-chip';
import { useLabel, useLocale } from '../../lib/i18n';
import { paths } from '../../lib/paths';
import { formatDense, formatNear, timeLeft } from '../../lib/time';
import { useText } from './locales';
import styles from './inspector.module.css';
import type { Cell, Row } from './matrix-view';

type Text = Parameters<ReturnType<typeof useText>>[0];

const headlines: Record<Cell['look'], Text> = {
  given: 'opinionGiven',
  drafting: 'opinionDrafting',
  waiting: 'opinionWaiting',
  due: 'opinionWaiting',
  overdue: 'opinionWaiting',
  waived: 'opinionWaived',
  proposed: 'opinionProposed',
  stale: 'opinionStale',
  absent: 'notAsked',
};

interface Props {
  row: Row;
  cell: Cell;
  now: Date;
  ownerName: string;
  onClose: () => void;
}

/** One cell in words: what is owed, until when, what follows if nothing comes, and where to act. */
export function Inspector({ row: { card }, cell, now, ownerName, onClose }: Props) {
  const t = useText();
  const label = useLabel();
  const locale = useLocale();
  const { dot, look, department } = cell;
  const title = t('inspector', { department: label(department.name), caseNo: card.caseNo });
  const dueAt = dot?.dueAt ?? null;
  const acts = look === 'due' || look === 'overdue';
  const Icon = look === 'overdue' ? CircleAlert : Timer;
  return (
    <aside className={styles.inspector} aria-label={title}>
      <header>
        <p>{title}</p>
        <button type="button" aria-label={t('close')} title={t('close')} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      <h2>{t(headlines[look])}</h2>
      <p className={styles.quiet}>
        {card.maskedName} · {label(sexes.labels[card.sex])} {card.ageYears} · {card.diagnosis}
      </p>
      {acts && dueAt !== null && (
        <div className={look === 'overdue' ? styles.overdue : styles.due}>
          <p>
            <Icon size={15} aria-hidden="true" />
            <strong>{timeLeft(dueAt, now, locale).text}</strong>
            <span>{t('dueAt', { at: formatDense(dueAt, now, locale) })}</span>
          </p>
          <p>{t(card.session === null ? 'consequenceUnscheduled' : 'consequence')}</p>
        </div>
      )}
      <dl>
        {!acts && dueAt !== null && look !== 'given' && (
          <div>
            <dt>{t('dueAt', { at: '' }).trim()}</dt>
            <dd>{formatDense(dueAt, now, locale)}</dd>
          </div>
        )}
        {dot !== null && (
          <div>
            <dt>{t('requirement')}</dt>
            <dd>{label(requirements.labels[dot.requirement])}</dd>
          </div>
        )}
        <div>
          <dt>{t('owner')}</dt>
          <dd>
            <PersonChip name={ownerName} />
          </dd>
        </div>
        <div>
          <dt>{t('session')}</dt>
          <dd>
            {card.session === null
              ? t('unscheduled')
              : `${formatNear(card.session.startsAt, now, locale)} ${card.session.title}`}
          </dd>
        </div>
      </dl>
      <nav>
        <Link to={paths.case} params={{ caseNo: card.caseNo }} className={styles.primary}>
          {t('openCase')}
        </Link>
        <Link to={paths.case} params={{ caseNo: card.caseNo }} search={{ tab: 'opinions' }}>
          {t('openOpinions')}
        </Link>
        {card.session !== null && (
          <Link to={paths.session} params={{ id: card.session.id }}>
            {t('openSession')}
          </Link>
        )}
      </nav>
    </aside>
  );
}
