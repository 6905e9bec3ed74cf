import { attachmentKinds, type AttachmentKind, type AttachmentList } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState, ProblemAlert, RowsSkeleton } from '../../components';
import { NativeSelect } from '../../components/native-select';
import { useLabel } from '../../lib/i18n';
import { useLive } from '../../lib/live';
import { filesQuery } from './api';
import { FileRow } from './file-row';
import { useTexts } from './locales';
import { Studies } from './studies';
import { Uploads } from './uploads';
import styles from './files.module.css';

/** The files kept with a case, for its care team: adding, looking at, removing and bringing back. */
export function FilesTab({ caseNo }: { caseNo: string }) {
  const t = useTexts();
  const files = useQuery(filesQuery(caseNo));
  useLive([{ topic: 'case', key: caseNo }]);
  const { data } = files;
  return (
    <div className={styles.tab}>
      {files.isPending && <RowsSkeleton rows={6} />}
      {files.isError && <ProblemAlert error={files.error} title={t('failed')} onRetry={() => void files.refetch()} />}
      {data?.mayAdd === true && <Uploads caseNo={caseNo} />}
      {data !== undefined && data.studies.length > 0 && <Studies caseNo={caseNo} studies={data.studies} />}
      {data !== undefined && <List caseNo={caseNo} items={data.items} />}
    </div>
  );
}

function List({ caseNo, items }: { caseNo: string; items: AttachmentList['items'] }) {
  const t = useTexts();
  const l = useLabel();
  const [kind, setKind] = useState<AttachmentKind | 'ALL'>('ALL');
  const shown = items.filter((item) => kind === 'ALL' || item.kind === kind);
  return (
    <section className={styles.panel} aria-label={t('listLabel')}>
      <header>
        <h3>
          {t('listLabel')}{' '}
          <span className={styles.quiet}>{items.filter(({ removed }) => removed === null).length}</span>
        </h3>
        <p className={styles.quiet}>{t('note')}</p>
        {items.length > 0 && (
          <NativeSelect
            label={t('kindShown')}
            value={kind}
            options={[
              { value: 'ALL', label: t('allKinds') },
              ...attachmentKinds.schema.options.map((value) => ({ value, label: l(attachmentKinds.labels[value]) })),
            ]}
            onChange={setKind}
          />
        )}
      </header>
      {shown.length === 0 ? (
        <EmptyState text={t(items.length === 0 ? 'empty' : 'emptyKind')} />
      ) : (
        <ul className={styles.files}>
          {shown.map((file) => (
            <FileRow
              key={file.id}
              caseNo={caseNo}
              file={file}
              sameAs={items.find(({ id }) => id === file.sameAsId)?.title}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
