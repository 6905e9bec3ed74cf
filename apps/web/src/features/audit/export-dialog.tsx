import { EXPORT_ROWS, type AuditFilters } from '@consilium/contracts';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../components';
import { ModalDialog } from '../../components/modal-dialog';
import { applyProblem } from '../../lib/form-problems';
import { useLocale } from '../../lib/i18n';
import { useExport } from './api';
import styles from './audit.module.css';
import { useTexts } from './locales';

function saveFile(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Takes the lines that meet the filters out as CSV, for a reason that is kept. */
export function ExportDialog({ filters, onClose }: { filters: AuditFilters; onClose: () => void }) {
  const t = useTexts();
  const locale = useLocale();
  const [form] = Form.useForm<{ reason: string }>();
  const [sentence, setSentence] = useState<string>();
  const exporting = useExport();
  const { data, error } = exporting;
  return (
    <ModalDialog title={t('exportTitle')} onClose={onClose}>
      <Form
        form={form}
        name="audit-export"
        layout="vertical"
        className={styles.export}
        disabled={exporting.isPending}
        initialValues={{ reason: '' }}
        onFinish={({ reason }) =>
          exporting.mutate(
            { reason, filters },
            {
              onSuccess: ({ fileName, csv }) => saveFile(fileName, csv),
              onError: (refusal) => setSentence(applyProblem(form, refusal, (path) => [path])),
            },
          )
        }
      >
        <p>{t('exportNote', { limit: EXPORT_ROWS.toLocaleString(locale) })}</p>
        <Form.Item name="reason" label={t('exportReason')} required>
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
        {error !== null && sentence !== undefined && <ProblemAlert error={error} sentence={sentence} />}
        {data !== undefined && (
          <output>
            {t(data.isComplete ? 'exported' : 'exportedPart', { count: data.rows.toLocaleString(locale) })}
          </output>
        )}
        <Button type="primary" htmlType="submit" loading={exporting.isPending}>
          {t('exportConfirm')}
        </Button>
      </Form>
    </ModalDialog>
  );
}
