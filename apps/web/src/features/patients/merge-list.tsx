import type { PatientMerge } from '@consilium/contracts';
import { recordConflicts } from '@consilium/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Form, Input, Tag } from 'antd';
import { useState } from 'react';
import { EmptyState, ProblemAlert, RowsSkeleton } from '../../components';
import { FormDialog } from '../../components/form-dialog';
import { useLabel } from '../../lib/i18n';
import { formatFormal } from '../../lib/time';
import { mergesQuery, useUndoMerge } from './api';
import { usePatientTexts } from './locales';
import styles from './patients.module.css';

/** What was joined, the newest first, and the way back. */
export function MergeList() {
  const t = usePatientTexts();
  const list = useInfiniteQuery(mergesQuery);
  const [undoing, setUndoing] = useState<PatientMerge | null>(null);
  const items = list.data?.pages.flatMap((page) => page.items);
  return (
    <section className={styles.panel} aria-labelledby="merge-list">
      <h2 id="merge-list">{t('listTitle')}</h2>
      {list.isPending && <RowsSkeleton rows={4} />}
      {list.isError && <ProblemAlert error={list.error} title={t('listFailed')} onRetry={() => void list.refetch()} />}
      {items?.length === 0 && <EmptyState text={t('listEmpty')} />}
      <ul className={styles.merges}>
        {items?.map((merge) => (
          <Merge key={merge.id} merge={merge} onUndo={() => setUndoing(merge)} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('loadMore')}
        </Button>
      )}
      {undoing !== null && <UndoDialog merge={undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}

function Merge({ merge, onUndo }: { merge: PatientMerge; onUndo: () => void }) {
  const t = usePatientTexts();
  const l = useLabel();
  const { kept, joined, conflicts, undone } = merge;
  return (
    <li>
      <div>
        <Tag>{t(undone === null ? 'statusMerged' : 'statusUndone')}</Tag>
        <b>{joined.maskedName}</b> {joined.caseNos.join('、')} → <b>{kept.maskedName}</b> {kept.caseNos.join('、')}
        <p>
          {t('mergedBy', { at: formatFormal(merge.mergedAt), who: merge.mergedBy })} · {merge.reason}
          {conflicts.map((one) => ` · ${l(recordConflicts.labels[one])}`)}
        </p>
        {undone !== null && (
          <p>{t('undoneBy', { at: formatFormal(undone.at), who: undone.by, reason: undone.reason })}</p>
        )}
      </div>
      {merge.mayUndo && <Button onClick={onUndo}>{t('undo')}</Button>}
    </li>
  );
}

function UndoDialog({ merge, onClose }: { merge: PatientMerge; onClose: () => void }) {
  const t = usePatientTexts();
  const undo = useUndoMerge();
  return (
    <FormDialog
      title={t('undoTitle')}
      name="undo-merge"
      okText={t('undo')}
      danger
      initialValues={{ reason: '' }}
      submit={({ reason }) => undo.mutateAsync({ id: merge.id, reason })}
      renewed={mergesQuery.queryKey}
      onClose={onClose}
    >
      <p className={styles.note}>{t('undoNote', { count: merge.joined.caseNos.length })}</p>
      <Form.Item name="reason" label={t('undoReason')}>
        <Input autoComplete="off" maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
}
