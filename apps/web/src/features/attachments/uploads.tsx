import { ATTACHMENT_BYTES, attachmentKinds, attachmentTypes, type AttachmentKind } from '@consilium/contracts';
import { Button } from 'antd';
import { Upload as UploadIcon } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { NativeSelect } from '../../components/native-select';
import { useLabel } from '../../lib/i18n';
import { useTexts } from './locales';
import { UploadRow, type Waiting } from './upload-row';
import styles from './files.module.css';

/** Sent at the same time: a browser has six connections to one server, and the page needs some of them. */
const AT_ONCE = 2;
const MEGABYTE = 1_048_576;
const ENDINGS = Object.values(attachmentTypes)
  .flat()
  .map((ending) => `.${ending}`)
  .join(',');

/** Where files are dropped or chosen, and how far each of them is on its way. */
export function Uploads({ caseNo }: { caseNo: string }) {
  const t = useTexts();
  const l = useLabel();
  const [kind, setKind] = useState<AttachmentKind>('IMAGING');
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: Iterable<File>) =>
    setWaiting((before) => [
      ...before,
      ...Array.from(files, (file) => ({ key: crypto.randomUUID(), file, kind, hasFailed: false })),
    ]);
  const change = (key: string, next: Partial<Waiting> | null) =>
    setWaiting((before) =>
      next === null
        ? before.filter((one) => one.key !== key)
        : before.map((one) => (one.key === key ? { ...one, ...next } : one)),
    );
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const sending = waiting.filter(({ hasFailed }) => !hasFailed).slice(0, AT_ONCE);
  return (
    <section className={styles.uploads}>
      <div
        className={isOver ? `${styles.drop} ${styles.over}` : styles.drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <NativeSelect
          label={t('kindOfNew')}
          value={kind}
          options={attachmentKinds.schema.options.map((value) => ({ value, label: l(attachmentKinds.labels[value]) }))}
          onChange={setKind}
        />
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={ENDINGS}
          aria-label={t('choose')}
          onChange={(event) => {
            take(event.target.files ?? []);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
        <Button icon={<UploadIcon size={15} aria-hidden="true" />} onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
        <p>{t('drop')}</p>
        <p className={styles.quiet}>{t('limits', { max: ATTACHMENT_BYTES / MEGABYTE })}</p>
      </div>
      {waiting.length > 0 && (
        <ul className={styles.files} aria-label={t('uploads')}>
          {waiting.map((one) => (
            <UploadRow
              key={one.key}
              caseNo={caseNo}
              waiting={one}
              isSending={sending.includes(one)}
              onFailed={(hasFailed) => change(one.key, { hasFailed })}
              onGone={() => change(one.key, null)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
