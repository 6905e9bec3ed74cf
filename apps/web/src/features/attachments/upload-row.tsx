import { attachmentKinds, type AttachmentKind } from '@consilium/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { ProblemAlert } from '../../components';
import { formatBytes } from '../../lib/files';
import { useLabel } from '../../lib/i18n';
import { filesQuery, sendAttachment } from './api';
import { useTexts } from './locales';
import styles from './files.module.css';

/** A file on its way: the kind it had when it was chosen stays with it. */
export interface Waiting {
  key: string;
  file: File;
  kind: AttachmentKind;
  hasFailed: boolean;
}

interface Props {
  caseNo: string;
  waiting: Waiting;
  /** It is this file's turn. */
  isSending: boolean;
  onFailed: (hasFailed: boolean) => void;
  onGone: () => void;
}

/** One file being sent; leaving the page or cancelling ends it, and the server keeps nothing of it. */
export function UploadRow({ caseNo, waiting: { file, kind, hasFailed }, isSending, onFailed, onGone }: Props) {
  const t = useTexts();
  const l = useLabel();
  const client = useQueryClient();
  const [share, setShare] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const done = useEffectEvent(async () => {
    await client.invalidateQueries({ queryKey: filesQuery(caseNo).queryKey });
    onGone();
  });
  const failed = useEffectEvent((reason: unknown) => {
    setError(reason);
    onFailed(true);
  });
  useEffect(() => {
    if (!isSending) return;
    const ending = new AbortController();
    sendAttachment(caseNo, { file, kind, signal: ending.signal, onProgress: setShare }).then(
      () => done(),
      (reason: unknown) => {
        if (!ending.signal.aborted) failed(reason);
      },
    );
    return () => ending.abort();
  }, [isSending, caseNo, file, kind]);
  const percent = Math.round(share * 100);
  return (
    <li aria-label={file.name}>
      <div className={styles.what}>
        <p className={styles.title}>
          <strong>{file.name}</strong>
          <span className={styles.kind}>{l(attachmentKinds.labels[kind])}</span>
          <span className={styles.quiet}>
            {formatBytes(file.size)}
            {!isSending && !hasFailed && ` · ${t('waiting')}`}
          </span>
        </p>
        {isSending && <Progress percent={percent} size="small" aria-label={t('uploading', { name: file.name })} />}
        {hasFailed && <ProblemAlert error={error} />}
      </div>
      <div className={styles.acts}>
        {hasFailed && (
          <Button
            size="small"
            onClick={() => {
              setShare(0);
              onFailed(false);
            }}
          >
            {t('retry')}
          </Button>
        )}
        <Button size="small" type="text" onClick={onGone}>
          {t(hasFailed ? 'discard' : 'cancel')}
        </Button>
      </div>
    </li>
  );
}
