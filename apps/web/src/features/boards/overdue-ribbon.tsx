import { boardColumns, obligationKinds } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { CircleAlert } from 'lucide-react';
import { Kbd } from '../../components/kbd';
import { SlaChip } from '../../components/sla-chip';
import { labelOf, useLabel } from '../../lib/i18n';
import { paths } from '../../lib/paths';
import type { LateItem } from './board-view';
import { useText } from './locales';
import styles from './overdue-ribbon.module.css';

const SHOWN = 3;

/** Where a late thing is answered. */
export function addressOf(item: Pick<LateItem, 'kind' | 'caseNo' | 'sessionId' | 'planId'>): string | undefined {
  if (item.planId !== null) return `/plans/${item.planId}`;
  if (item.caseNo !== null) return `/cases/${item.caseNo}${item.kind === 'OPINION' ? '?tab=opinions' : ''}`;
  return item.sessionId === null ? undefined : `/sessions/${item.sessionId}`;
}

/** Guarantee 2 of the overdue rules: what this department is late with, also what lies in a folded column. */
export function OverdueRibbon({
  items,
  now,
  departmentCode,
  mayGiveOpinion,
}: {
  items: readonly LateItem[];
  now: Date;
  departmentCode: string | undefined;
  mayGiveOpinion: boolean;
}) {
  const t = useText();
  const label = useLabel();
  if (items.length === 0) return null;
  return (
    <section className={styles.ribbon} aria-label={t('ribbonList')}>
      <strong className={styles.count}>
        <CircleAlert size={15} aria-hidden="true" />
        {t('ribbon', { count: items.length })}
      </strong>
      <ul>
        {items.slice(0, SHOWN).map((item, index) => {
          const address = addressOf(item);
          const opinion = item.kind === 'OPINION' && mayGiveOpinion;
          return (
            <li key={item.key}>
              <SlaChip dueAt={item.dueAt} now={now} />
              {item.caseNo !== null && <span className={styles.number}>{item.caseNo}</span>}
              <span className={styles.what}>
                {labelOf(obligationKinds.labels, item.kind)}
                {item.owner === undefined ? '' : ` · ${item.owner}`}
                {item.column === 'FOLLOW_UP' &&
                  t('collapsedColumn', { column: label(boardColumns.labels[item.column]) })}
              </span>
              {address !== undefined && (
                <Link to={address} className={styles.act}>
                  {opinion ? t('writeOpinion') : t('open')}
                  {opinion && index === 0 && <Kbd>O</Kbd>}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
      <Link to={paths.overdue} search={{ department: departmentCode }} className={styles.act}>
        {t('ribbonAll')}
      </Link>
    </section>
  );
}
