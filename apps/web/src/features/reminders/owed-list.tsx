import { obligationKinds, type Obligation } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { EmptyState } from '../../components/empty-state';
import { ProblemAlert } from '../../components/problem-alert';
import { RowsSkeleton } from '../../components/skeletons';
import { SlaChip } from '../../components/sla-chip';
import { useLabel, useLocale } from '../../lib/i18n';
import { innerPath } from '../../lib/paths';
import { formatNear, useNow } from '../../lib/time';
import { obligationsQuery } from './api';
import styles from './inbox.module.css';
import { useText } from './locales';

interface Group {
  key: string;
  items: Obligation[];
}

/** What is owed, gathered by the case (session, plan) it is about, the soonest due first. */
export function gathered(items: readonly Obligation[]): Group[] {
  const groups = new Map<string, Obligation[]>();
  const bySoonest = [...items].sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  for (const item of bySoonest) {
    const key = item.caseNo ?? item.px ?? item.planId ?? item.sessionId ?? item.id;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups].map(([key, owed]) => ({ key, items: owed }));
}

function OwedLine({ item, now }: { item: Obligation; now: Date }) {
  const t = useText();
  const label = useLabel();
  const locale = useLocale();
  return (
    <li>
      <Link to={innerPath(item.path)} className={styles.owed}>
        <SlaChip dueAt={item.dueAt} now={now} />
        <span className={styles.what}>
          <strong>{label(obligationKinds.labels[item.kind])}</strong>
          {item.department !== null && (
            <span className={styles.quiet}>{t('forDepartment', { department: label(item.department) })}</span>
          )}
        </span>
        <time className={styles.quiet} dateTime={item.dueAt}>
          {formatNear(item.dueAt, now, locale)}
        </time>
        <ChevronRight size={15} aria-hidden="true" />
      </Link>
    </li>
  );
}

function GroupName({ item }: { item: Obligation }) {
  const t = useText();
  const code = item.caseNo ?? item.px;
  return code ?? (item.planId === null ? (item.sessionId === null ? t('other') : t('session')) : t('plan'));
}

/** Everything this person and their departments owe. */
export function OwedList() {
  const t = useText();
  const now = useNow();
  const owed = useQuery(obligationsQuery);
  const groups = gathered(owed.data?.items ?? []);
  return (
    <section className={styles.panel} aria-labelledby="inbox-owed">
      <header>
        <h2 id="inbox-owed">
          {t('owed')} <span className={styles.quiet}>{owed.data?.items.length ?? '–'}</span>
        </h2>
      </header>
      {owed.error !== null && (
        <ProblemAlert error={owed.error} title={t('owedFailed')} onRetry={() => void owed.refetch()} />
      )}
      {owed.isPending && <RowsSkeleton rows={5} rowHeight={48} />}
      {owed.data !== undefined && groups.length === 0 && <EmptyState text={t('owedEmpty')} />}
      {groups.map(({ key, items }) => {
        const [first] = items;
        return first === undefined ? null : (
          <div key={key} className={styles.group}>
            <h3>
              <GroupName item={first} />
            </h3>
            <ul>
              {items.map((item) => (
                <OwedLine key={item.id} item={item} now={now} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
