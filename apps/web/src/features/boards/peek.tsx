import { boardColumns, participationStates, requirements, sexes, type OpinionDot } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { Dot, dotLook } from '../../components/opinion-dots';
import { PersonChip } from '../../components/person-chip';
import { SlaChip } from '../../components/sla-chip';
import { useLabel } from '../../lib/i18n';
import { paths } from '../../lib/paths';
import type { TimedCard } from './board-view';
import { CardBadges } from './card';
import { useText } from './locales';
import type { Names } from './names';
import styles from './peek.module.css';
import { StageLines } from './stage-lines';
import { TimingChip } from './timing-chip';

function OpinionLine({ dot, ours, now, name }: { dot: OpinionDot; ours: boolean; now: Date; name: string }) {
  const label = useLabel();
  const look = dotLook(dot, now);
  const owed = look === 'due' || look === 'overdue' || look === 'waiting' || look === 'drafting';
  return (
    <li>
      <Dot look={look} text={dot.label} ours={ours} />
      <span className={styles.department}>{name}</span>
      <span>{label(participationStates.labels[dot.state])}</span>
      <span className={styles.quiet}>
        {owed && dot.dueAt !== null ? (
          <SlaChip dueAt={dot.dueAt} now={now} />
        ) : (
          dot.requirement === 'OPTIONAL' && label(requirements.labels.OPTIONAL)
        )}
      </span>
    </li>
  );
}

interface Props {
  entry: TimedCard;
  now: Date;
  departmentId: string;
  names: Names;
  onClose: () => void;
}

/** A case at a glance beside the board: the card in full, with every department's opinion in words. */
export function Peek({ entry, now, departmentId, names, onClose }: Props) {
  const t = useText();
  const label = useLabel();
  const { card, timing } = entry;
  const title = t('peekTitle', { caseNo: card.caseNo });
  return (
    <aside className={styles.peek} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <button type="button" aria-label={t('peekClose')} title={t('peekClose')} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      <p className={styles.patient}>
        <strong>{card.maskedName}</strong> {t('age', { sex: label(sexes.labels[card.sex]), age: card.ageYears })}
        <TimingChip timing={timing} now={now} names={names} />
      </p>
      <p>{card.diagnosis}</p>
      <CardBadges card={card} />
      <p className={styles.quiet}>{label(boardColumns.labels[card.column])}</p>
      <StageLines card={card} now={now} />
      <h3>{t('opinions', { given: card.opinionsGiven, owed: card.opinionsOwed })}</h3>
      <ul className={styles.opinions} aria-label={t('opinionsHead')}>
        {card.dots.map((dot) => (
          <OpinionLine
            key={dot.departmentId}
            dot={dot}
            ours={dot.departmentId === departmentId}
            now={now}
            name={names.department(dot.departmentId) ?? dot.label}
          />
        ))}
      </ul>
      <p className={styles.quiet}>
        {t('owner')} <PersonChip name={names.person(card.owner.id) ?? card.owner.name} />
      </p>
      <Link to={paths.case} params={{ caseNo: card.caseNo }} className={styles.open}>
        {t('openCase')}
      </Link>
    </aside>
  );
}
