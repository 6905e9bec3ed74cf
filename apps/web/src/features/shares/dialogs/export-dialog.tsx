import { SHARE_EXPORT_ROWS, type ShareFilters, type ShareList } from '@consilium/contracts';
import { Button, Form, Input } from 'antd';
import { ProblemAlert } from '../../../components';
import { ModalDialog } from '../../../components/modal-dialog';
import { useLocale } from '../../../lib/i18n';
import { useRefusal } from '../../../lib/use-refusal';
import { useExportShares } from '../api';
import { useShareTexts } from '../locales';
import styles from '../shares.module.css';

function saveFile(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Takes the lines that meet the filters out as CSV, for a reason that is kept. */
export function ExportSharesDialog({
  which,
  filters,
  onClose,
}: {
  which: ShareList;
  filters: ShareFilters;
  onClose: () => void;
}) {
  const t = useShareTexts();
  const locale = useLocale();
  const [form] = Form.useForm<{ reason: string }>();
  const exporting = useExportShares();
  const { refusal, refuse, clear } = useRefusal(form, exporting.isPending);
  const { data } = exporting;
  const send = ({ reason }: { reason: string }) => {
    clear();
    exporting.mutate(
      { reason, which, filters },
      {
        onSuccess: ({ fileName, csv }) => saveFile(fileName, csv),
        onError: (error) => refuse(error, (path) => [path]),
      },
    );
  };
  return (
    <ModalDialog title={t('exportTitle')} onClose={onClose}>
      <Form
        form={form}
        name="shares-export"
        layout="vertical"
        className={styles.export}
        disabled={exporting.isPending}
        initialValues={{ reason: '' }}
        onFinish={send}
      >
        <p>{t('exportNote', { limit: SHARE_EXPORT_ROWS.toLocaleString(locale) })}</p>
        <Form.Item name="reason" label={t('exportReason')} required>
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
        {refusal !== null && <ProblemAlert {...refusal} />}
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
