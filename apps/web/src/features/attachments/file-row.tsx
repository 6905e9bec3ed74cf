import { attachmentKinds, type Attachment } from '@consilium/contracts';
import { Button, Form, Input } from 'antd';
import { FileImage, FileSpreadsheet, FileText, Presentation } from 'lucide-react';
import { useState } from 'react';
import { ProblemAlert } from '../../components';
import { FormDialog } from '../../components/form-dialog';
import { formatBytes } from '../../lib/files';
import { useLabel } from '../../lib/i18n';
import { formatNear } from '../../lib/time';
import { contentAddress, filesQuery, useRemoveFile, useRestoreFile } from './api';
import { useTexts } from './locales';
import { PreviewDialog } from './preview-dialog';
import styles from './files.module.css';

function TypeIcon({ mediaType }: Pick<Attachment, 'mediaType'>) {
  const shared = { size: 18, 'aria-hidden': true } as const;
  if (mediaType.startsWith('image/')) return <FileImage {...shared} />;
  if (mediaType.includes('sheet') || mediaType === 'text/csv') return <FileSpreadsheet {...shared} />;
  return mediaType.includes('presentation') ? <Presentation {...shared} /> : <FileText {...shared} />;
}

/** One file; a removed one says who removed it and why. */
export function FileRow({ caseNo, file, sameAs }: { caseNo: string; file: Attachment; sameAs: string | undefined }) {
  const t = useTexts();
  const l = useLabel();
  const [open, setOpen] = useState<'preview' | 'remove' | null>(null);
  const remove = useRemoveFile(caseNo);
  const restore = useRestoreFile(caseNo);
  const { id, version, title, removed, availableActions } = file;
  const close = () => setOpen(null);
  const shown = contentAddress(caseNo, id, true);
  return (
    <li className={removed === null ? undefined : styles.removed} aria-label={title}>
      <TypeIcon mediaType={file.mediaType} />
      <div className={styles.what}>
        <p className={styles.title}>
          <strong>{title}</strong>
          <span className={styles.kind}>{l(attachmentKinds.labels[file.kind])}</span>
        </p>
        <p className={styles.quiet}>
          {t('meta', {
            size: formatBytes(file.bytes),
            round: file.round,
            by: file.uploadedBy,
            at: formatNear(file.uploadedAt),
          })}
        </p>
        {sameAs !== undefined && <p className={styles.same}>{t('same', { title: sameAs })}</p>}
        {removed !== null && (
          <p className={styles.quiet}>
            {t('removed', { by: removed.by, at: formatNear(removed.at), reason: removed.reason })}
          </p>
        )}
        <ProblemAlert error={restore.error} title={t('actFailed')} />
      </div>
      <div className={styles.acts}>
        {removed === null && file.isPreviewable && (
          <PreviewButton file={file} address={shown} onOpen={() => setOpen('preview')} />
        )}
        {removed === null && (
          <Button size="small" href={contentAddress(caseNo, id)} download>
            {t('save')}
          </Button>
        )}
        {availableActions.includes('remove') && (
          <Button size="small" type="text" onClick={() => setOpen('remove')}>
            {t('remove')}
          </Button>
        )}
        {availableActions.includes('restore') && (
          <Button size="small" loading={restore.isPending} onClick={() => restore.mutate({ id, version })}>
            {t('restore')}
          </Button>
        )}
      </div>
      {open === 'preview' && <PreviewDialog title={title} address={shown} onClose={close} />}
      {open === 'remove' && (
        <FormDialog
          title={t('removeTitle')}
          name="remove-file"
          okText={t('remove')}
          danger
          initialValues={{ reason: '' }}
          submit={({ reason }) => remove.mutateAsync({ id, version, reason })}
          renewed={filesQuery(caseNo).queryKey}
          onClose={close}
        >
          <p className={styles.gap}>{title}</p>
          <Form.Item name="reason" label={t('removeReason')} extra={t('removeNote')}>
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
        </FormDialog>
      )}
    </li>
  );
}

/** Images are shown over the page; a PDF in a tab of its own, where the browser's reader stands apart from this app. */
function PreviewButton({ file, address, onOpen }: { file: Attachment; address: string; onOpen: () => void }) {
  const t = useTexts();
  if (file.mediaType !== 'application/pdf')
    return (
      <Button size="small" onClick={onOpen}>
        {t('preview')}
      </Button>
    );
  return (
    <Button size="small" href={address} target="_blank" rel="noreferrer" title={t('previewNewTab')}>
      {t('preview')}
    </Button>
  );
}
