import { tumourTypes, type Checklist, type ChecklistItem, type TumourType } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { EmptyState, PageTitle, ProblemAlert, RowsSkeleton } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { formatNear } from '../../../lib/time';
import { checklistsQuery } from '../api';
import styles from '../checklists.module.css';
import { useTexts } from '../locales';
import { ItemDialog } from '../parts/item-dialog';
import { ItemsTable } from '../parts/items-table';
import { SaveDialog } from '../parts/save-dialog';
import { Versions } from '../parts/versions';

/** The type an address names, so that a colleague sees the same list; the first where it names none. */
function useTumourType(): [TumourType, (type: TumourType) => void] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const named = tumourTypes.schema.safeParse('type' in search ? search.type : '');
  const change = (type: TumourType) => void navigate({ to: paths.adminChecklists, search: { type }, replace: true });
  return [named.success ? named.data : 'COLORECTAL', change];
}

/** `/admin/checklists`: what a case of each tumour type needs before it is discussed, in dated versions. */
export function ChecklistsScreen() {
  const t = useTexts();
  const l = useLabel();
  const [tumourType, setTumourType] = useTumourType();
  const { data, error, isPending, refetch } = useQuery(checklistsQuery);
  const checklist = data?.items.find((one) => one.tumourType === tumourType);
  return (
    <>
      <PageTitle title={t('title')} subtitle={t('subtitle')} />
      <div className={styles.page}>
        <Select
          className={styles.type}
          aria-label={t('type')}
          value={tumourType}
          options={Object.entries(tumourTypes.labels).map(([value, label]) => ({ value, label: l(label) }))}
          onChange={setTumourType}
        />
        {isPending && <RowsSkeleton rows={10} />}
        {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {data !== undefined && checklist === undefined && <EmptyState text={t('subtitle')} />}
        {checklist !== undefined && <List key={`${tumourType} ${checklist.number}`} checklist={checklist} />}
      </div>
    </>
  );
}

function List({ checklist }: { checklist: Checklist }) {
  const t = useTexts();
  const [draft, setDraft] = useState<readonly ChecklistItem[]>();
  const [edited, setEdited] = useState<ChecklistItem | 'new'>();
  const [next, setNext] = useState<readonly ChecklistItem[] | number>();
  const items = draft ?? checklist.items;
  const put = (item: ChecklistItem) => {
    setDraft(edited === 'new' ? [...items, item] : items.map((one) => (one.code === item.code ? item : one)));
    setEdited(undefined);
  };
  return (
    <>
      <div className={styles.bar}>
        <span>
          {t('version', {
            number: checklist.number,
            at: formatNear(checklist.madeAt),
            by: checklist.madeBy ?? t('shipped'),
          })}
        </span>
        {checklist.mayChange && <Button onClick={() => setEdited('new')}>{t('add')}</Button>}
        {draft !== undefined && (
          <>
            <strong role="status">{t('unsaved')}</strong>
            <Button onClick={() => setDraft(undefined)}>{t('discard')}</Button>
            <Button type="primary" disabled={draft.length === 0} onClick={() => setNext(draft)}>
              {t('save')}
            </Button>
          </>
        )}
      </div>
      <ItemsTable
        tumourType={checklist.tumourType}
        items={items}
        onEdit={checklist.mayChange ? setEdited : undefined}
        onRemove={(item) => setDraft(items.filter(({ code }) => code !== item.code))}
      />
      <Versions checklist={checklist} onRestore={setNext} />
      {edited !== undefined && (
        <ItemDialog
          item={edited === 'new' ? undefined : edited}
          taken={items.map(({ code }) => code)}
          onDone={put}
          onClose={() => setEdited(undefined)}
        />
      )}
      {next !== undefined && (
        <SaveDialog
          checklist={checklist}
          next={next}
          onDone={() => {
            setNext(undefined);
            setDraft(undefined);
          }}
          onClose={() => setNext(undefined)}
        />
      )}
    </>
  );
}
