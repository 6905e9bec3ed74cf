import { findEndpoints, type CaseFilters, type SavedFilter } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Popover, Tag } from 'antd';
import { Bookmark, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ConfirmButton, EmptyState, ProblemAlert, RowsSkeleton } from '../../../components';
import { FormDialog } from '../../../components/form-dialog';
import { call } from '../../../lib/api';
import { savedFiltersQuery, useSavedFilterChange } from '../api';
import { useTexts } from '../locales';
import styles from './saved-views.module.css';

interface Props {
  filters: CaseFilters;
  onChoose: (filters: CaseFilters) => void;
}

/** The filters one keeps: choosing one, keeping those shown now, replacing one by them, giving one up. */
export function SavedViews({ filters, onChoose }: Props) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const [isSaving, setSaving] = useState(false);
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomLeft"
        open={isOpen}
        onOpenChange={setOpen}
        content={
          <div className={styles.views}>
            <Views
              filters={filters}
              onChoose={(chosen) => {
                onChoose(chosen);
                setOpen(false);
              }}
            />
            <Button
              block
              onClick={() => {
                setOpen(false);
                setSaving(true);
              }}
            >
              {t('viewSave')}
            </Button>
          </div>
        }
      >
        <Button icon={<Bookmark size={14} aria-hidden="true" />} aria-expanded={isOpen}>
          {t('views')}
        </Button>
      </Popover>
      {isSaving && <SaveDialog filters={filters} onClose={() => setSaving(false)} />}
    </>
  );
}

function Views({ filters, onChoose }: Props) {
  const t = useTexts();
  const { data, error, isPending, refetch } = useQuery(savedFiltersQuery);
  const change = useSavedFilterChange(({ id, name, isDefault, version }: SavedFilter) =>
    call(findEndpoints.changeFilter, { params: { id }, body: { name, isDefault, version, filters } }),
  );
  const remove = useSavedFilterChange((id: string) => call(findEndpoints.removeFilter, { params: { id } }));
  if (isPending) return <RowsSkeleton rows={3} />;
  if (error) return <ProblemAlert error={error} title={t('viewsFailed')} onRetry={() => void refetch()} />;
  if (data.items.length === 0) return <EmptyState text={t('viewsEmpty')} />;
  return (
    <>
      <ul>
        {data.items.map((view) => (
          <li key={view.id}>
            <Button type="text" className={styles.name} onClick={() => onChoose(view.filters)}>
              {view.name} {view.isDefault && <Tag>{t('viewIsDefault')}</Tag>}
            </Button>
            <Button
              type="text"
              icon={<RefreshCw size={14} aria-hidden="true" />}
              aria-label={t('viewEdit', { name: view.name })}
              title={t('viewEdit', { name: view.name })}
              loading={change.isPending && change.variables.id === view.id}
              onClick={() => change.mutate(view)}
            />
            <ConfirmButton
              type="text"
              icon={<Trash2 size={14} aria-hidden="true" />}
              aria-label={t('viewRemove', { name: view.name })}
              question={t('viewRemoveAsk')}
              onConfirm={() => remove.mutateAsync(view.id)}
            />
          </li>
        ))}
      </ul>
      <ProblemAlert error={change.error ?? remove.error} />
    </>
  );
}

function SaveDialog({ filters, onClose }: { filters: CaseFilters; onClose: () => void }) {
  const t = useTexts();
  const save = useSavedFilterChange((body: { name: string; isDefault: boolean }) =>
    call(findEndpoints.saveFilter, { body: { ...body, filters } }),
  );
  return (
    <FormDialog
      title={t('viewSave')}
      name="saved-filter"
      initialValues={{ name: '', isDefault: false }}
      submit={(values) => save.mutateAsync(values)}
      renewed={savedFiltersQuery.queryKey}
      onClose={onClose}
    >
      <p className={styles.hint}>{t('viewSaveHint')}</p>
      <Form.Item name="name" label={t('viewName')}>
        <Input maxLength={40} placeholder={t('viewNameHint')} autoComplete="off" />
      </Form.Item>
      <Form.Item name="isDefault" valuePropName="checked">
        <Checkbox>{t('viewDefault')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
