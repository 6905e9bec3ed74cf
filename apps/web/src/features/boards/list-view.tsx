import { boardColumns, sexes } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state';
import { OpinionDots } from '../../components/opinion-dots';
import { PersonChip } from '../../components/person-chip';
import { useLabel } from '../../lib/i18n';
import { paths } from '../../lib/paths';
import { sharedSurnames, type TimedCard } from './board-view';
import { CardBadges, CaseCode } from './card';
import styles from './list-view.module.css';
import { useText } from './locales';
import type { Names } from './names';
import { StageLines } from './stage-lines';
import { TimingChip } from './timing-chip';

interface Props {
  cards: readonly TimedCard[];
  now: Date;
  departmentId: string;
  department: string;
  names: Names;
  filtering: boolean;
}

/** The same cases as one table: for reading in order, for narrow screens and for screen readers. */
export function ListView({ cards, now, departmentId, department, names, filtering }: Props) {
  const t = useText();
  const label = useLabel();
  const alike = sharedSurnames(cards);
  if (cards.length === 0) return <EmptyState text={filtering ? t('emptyFiltered') : t('emptyList')} />;
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('tableOf', { department })}>
        <thead>
          <tr>
            <th scope="col">{t('due')}</th>
            <th scope="col">{t('case')}</th>
            <th scope="col">{t('patient')}</th>
            <th scope="col">{t('diagnosis')}</th>
            <th scope="col">{t('stage')}</th>
            <th scope="col">{t('progress')}</th>
            <th scope="col">{t('opinionsHead')}</th>
            <th scope="col">{t('owner')}</th>
          </tr>
        </thead>
        <tbody>
          {cards.map(({ card, timing }) => (
            <tr key={card.caseNo} className={styles[timing.tone]}>
              <td>
                <TimingChip timing={timing} now={now} names={names} />
              </td>
              <th scope="row">
                <Link to={paths.case} params={{ caseNo: card.caseNo }}>
                  <CaseCode caseNo={card.caseNo} alike={alike.has(card.maskedName)} />
                </Link>
              </th>
              <td className={styles.patient}>
                <strong>{card.maskedName}</strong>{' '}
                {t('age', { sex: label(sexes.labels[card.sex]), age: card.ageYears })}
              </td>
              <td className={styles.diagnosis}>
                {card.diagnosis}
                <CardBadges card={card} alike={alike.has(card.maskedName)} />
              </td>
              <td>{label(boardColumns.labels[card.column])}</td>
              <td className={styles.stage}>
                <StageLines card={card} now={now} />
              </td>
              <td className={styles.opinions}>
                <OpinionDots dots={card.dots} ownDepartmentId={departmentId} now={now} nameOf={names.department} />
              </td>
              <td>
                <PersonChip name={names.person(card.owner.id) ?? card.owner.name} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
