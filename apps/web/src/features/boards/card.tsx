import { caseStates, sexes, urgencies, type BoardCard } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { MessageSquareText } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { OpinionDots } from '../../components/opinion-dots';
import { PersonChip } from '../../components/person-chip';
import { RecurrenceBadge } from '../../components/recurrence-badge';
import { RemoteBadge } from '../../components/remote-badge';
import { RiskBadge } from '../../components/risk-badge';
import { StateTag } from '../../components/state-tag';
import { useLabel, useLocale } from '../../lib/i18n';
import { paths } from '../../lib/paths';
import type { TimedCard } from './board-view';
import styles from './card.module.css';
import { useText } from './locales';
import type { Names } from './names';
import { StageLines } from './stage-lines';
import { TimingChip, timingWords } from './timing-chip';

const CODE_TAIL = 4;

/** Case number; where another patient of the list has the same surname, its last digits stand out. */
export function CaseCode({ caseNo, alike }: { caseNo: string; alike: boolean }) {
  if (!alike) return <span className={styles.code}>{caseNo}</span>;
  return (
    <span className={styles.code}>
      {caseNo.slice(0, -CODE_TAIL)}
      <strong>{caseNo.slice(-CODE_TAIL)}</strong>
    </span>
  );
}

/** Risk, recurrence and other hospitals; an urgent case and one on hold say so first, two patients of one surname last. */
export function CardBadges({ card, alike = false }: { card: BoardCard; alike?: boolean }) {
  const t = useText();
  const label = useLabel();
  return (
    <span className={styles.badges}>
      {card.state === 'ON_HOLD' && <StateTag labels={caseStates.labels} state={card.state} tone="neutral" />}
      {card.urgency === 'URGENT' && <span className={styles.urgent}>{label(urgencies.labels.URGENT)}</span>}
      <RiskBadge risk={card.risk} />
      <RecurrenceBadge presentation={card.presentation} recurrenceNumber={card.recurrenceNumber} />
      <RemoteBadge count={card.remoteHospitals} />
      {alike && (
        <span className={styles.alike} title={t('sameSurnameLong')}>
          {t('sameSurname')}
        </span>
      )}
    </span>
  );
}

/** What is said of a card in one breath. */
function useSpoken({ card, timing }: TimedCard, now: Date, names: Names): string {
  const t = useText();
  const label = useLabel();
  const locale = useLocale();
  const late = timing.kind === 'other-late' ? names.department(timing.departmentId) : undefined;
  return [
    card.caseNo,
    card.maskedName,
    t('age', { sex: label(sexes.labels[card.sex]), age: card.ageYears }),
    timingWords(timing, now, locale, late),
    card.diagnosis,
    t('opinions', { given: card.opinionsGiven, owed: card.opinionsOwed }),
    names.person(card.owner.id) ?? card.owner.name,
  ]
    .filter((part) => part !== '')
    .join(locale === 'en-US' ? ', ' : '，');
}

interface Props extends TimedCard {
  now: Date;
  departmentId: string;
  names: Names;
  alike: boolean;
  fresh: boolean;
  /** Whether this card is the Tab stop of the board. */
  current: boolean;
  onFocus: () => void;
  /** Moves the focus to a neighbour. */
  onKeyDown: (event: KeyboardEvent) => void;
}

/** A case on the board. The whole card is the link to it. */
export function Card({ card, timing, now, departmentId, names, alike, fresh, current, onFocus, onKeyDown }: Props) {
  const t = useText();
  const label = useLabel();
  // Two numbers of two digits and the glyph would leave no room for the owner's name.
  const roomy = card.opinionsGiven < 10 || card.opinionsOwed < 10;
  const spoken = useSpoken({ card, timing }, now, names);
  return (
    <Link
      to={paths.case}
      params={{ caseNo: card.caseNo }}
      className={[styles.card, styles[timing.tone], fresh ? styles.fresh : ''].join(' ')}
      data-case={card.caseNo}
      tabIndex={current ? 0 : -1}
      aria-label={spoken}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <span className={styles.head}>
        <strong>{card.maskedName}</strong>
        <span className={styles.who}>{t('age', { sex: label(sexes.labels[card.sex]), age: card.ageYears })}</span>
        <TimingChip timing={timing} now={now} names={names} />
      </span>
      <span className={styles.diagnosis}>{card.diagnosis}</span>
      <CardBadges card={card} alike={alike} />
      <StageLines card={card} now={now} />
      {card.plan === null && card.decision === null && (
        <OpinionDots dots={card.dots} ownDepartmentId={departmentId} now={now} nameOf={names.department} />
      )}
      <span className={styles.foot}>
        <CaseCode caseNo={card.caseNo} alike={alike} />
        <span className={styles.count} title={t('opinions', { given: card.opinionsGiven, owed: card.opinionsOwed })}>
          {roomy && <MessageSquareText size={12} aria-hidden="true" />}
          {card.opinionsGiven}/{card.opinionsOwed}
        </span>
        <PersonChip name={names.person(card.owner.id) ?? card.owner.name} size={18} />
      </span>
    </Link>
  );
}
