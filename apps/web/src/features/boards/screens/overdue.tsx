import { obligationKinds, type OverdueItem } from '@consilium/contracts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { EmptyState } from '../../../components/empty-state';
import { NativeSelect } from '../../../components/native-select';
import { PageTitle } from '../../../components/page-title';
import { ProblemAlert } from '../../../components/problem-alert';
import { RowsSkeleton } from '../../../components/skeletons';
import { SlaChip } from '../../../components/sla-chip';
import { labelOf, useLabel, useLocale } from '../../../lib/i18n';
import { formatDense, formatFormal, useNow } from '../../../lib/time';
import { useDirectory } from '../../organisations';
import { useOverdue } from '../api';
import listStyles from '../list-view.module.css';
import { useText } from '../locales';
import { addressOf } from '../overdue-ribbon';
import styles from '../overdue.module.css';
import screenStyles from '../screen.module.css';

/** No department has this code; it stands for all of them. */
const EVERY = '*';

function OverdueRow({ item, now }: { item: OverdueItem; now: Date }) {
  const t = useText();
  const label = useLabel();
  const locale = useLocale();
  const address = addressOf(item);
  const subject = item.caseNo ?? (item.planId === null ? t('theSession') : t('thePlan'));
  return (
    <tr className={listStyles.overdue}>
      <td>
        <SlaChip dueAt={item.dueAt} now={now} />
      </td>
      <td>{labelOf(obligationKinds.labels, item.kind)}</td>
      <th scope="row">{address === undefined ? subject : <Link to={address}>{subject}</Link>}</th>
      <td>{label(item.who)}</td>
      <td>
        <time dateTime={item.dueAt} title={formatFormal(item.dueAt, locale)}>
          {formatDense(item.dueAt, now, locale)}
        </time>
      </td>
    </tr>
  );
}

/** Everything late in the house, the longest first: it can be opened and answered, not dismissed. */
export function OverdueScreen() {
  const t = useText();
  const label = useLabel();
  const now = useNow();
  const navigate = useNavigate();
  const { department } = useSearch({ strict: false }) as { department?: string };
  const { data: directory } = useDirectory();
  const chosen = directory?.departments.find(({ code }) => code === department);
  const overdue = useOverdue();
  const items = [...(overdue.data?.items ?? [])]
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
    .filter((item) => chosen === undefined || item.departmentId === chosen.id);
  const total = overdue.data?.total ?? 0;
  const all = overdue.data?.items.length ?? 0;
  return (
    <div className={screenStyles.screen}>
      <PageTitle title={t('overdueTitle')} subtitle={t('overdueSubtitle')} />
      <div className={styles.head}>
        <NativeSelect
          label={t('department')}
          value={chosen?.code ?? EVERY}
          options={[
            { value: EVERY, label: t('anyDepartment') },
            ...(directory?.departments ?? []).map(({ code, name }) => ({ value: code, label: label(name) })),
          ]}
          onChange={(code) =>
            void navigate({ to: '.', search: { department: code === EVERY ? undefined : code }, replace: true })
          }
        />
        {overdue.data !== undefined && (
          <output className={styles.total}>
            {chosen === undefined && total > all
              ? t('overdueShown', { shown: all, count: total })
              : t('overdueTotal', { count: chosen === undefined ? total : items.length })}
          </output>
        )}
      </div>
      {overdue.error !== null && (
        <div className={screenStyles.panel}>
          <ProblemAlert error={overdue.error} title={t('overdueFailed')} onRetry={() => void overdue.refetch()} />
        </div>
      )}
      {overdue.isPending && <RowsSkeleton />}
      {overdue.data !== undefined && items.length === 0 && (
        <EmptyState text={chosen === undefined ? t('overdueEmpty') : t('emptyForDepartment')} />
      )}
      {items.length > 0 && (
        <div className={listStyles.frame}>
          <table className={listStyles.table} aria-label={t('overdueTitle')}>
            <thead>
              <tr>
                <th scope="col">{t('late')}</th>
                <th scope="col">{t('what')}</th>
                <th scope="col">{t('subject')}</th>
                <th scope="col">{t('who')}</th>
                <th scope="col">{t('dueAt')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <OverdueRow key={item.id} item={item} now={now} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
