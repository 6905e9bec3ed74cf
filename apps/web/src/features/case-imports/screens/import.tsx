import { IMPORT_ROWS } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { EmptyState, PageTitle, ProblemAlert, RowsSkeleton } from '../../../components';
import { useAllowed } from '../../../lib/me';
import { templateAddress, useImport, usePreview } from '../api';
import { useTexts } from '../locales';
import { PreviewTable } from '../preview-table';
import styles from '../import.module.css';

/** A chosen file with the key under which it is imported, whatever happens on the way. */
interface Chosen {
  key: string;
  file: File;
}

/** `/cases/import`: choose a file, look through what was read, import all of it. */
export function ImportCasesScreen() {
  const t = useTexts();
  const mayRefer = useAllowed('case:refer');
  const [round, setRound] = useState(0);
  return (
    <>
      <PageTitle title={t('title')} subtitle={t('subtitle')} />
      <div className={styles.page}>
        {mayRefer ? (
          <Import key={round} onAgain={() => setRound(round + 1)} />
        ) : (
          <EmptyState text={t('denied')} action={<Link to="/cases">{t('toCases')}</Link>} />
        )}
      </div>
    </>
  );
}

function Import({ onAgain }: { onAgain: () => void }) {
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen>();
  const preview = usePreview();
  const importing = useImport();
  const { data } = preview;
  const choose = (file: File | undefined) => {
    if (file === undefined) return;
    importing.reset();
    setChosen({ key: crypto.randomUUID(), file });
    preview.mutate(file);
  };
  if (importing.data !== undefined) return <Done caseNos={importing.data.caseNos} onAgain={onAgain} />;
  return (
    <>
      <section className={styles.panel} aria-label={t('template')}>
        <p>{t('templateNote', { max: IMPORT_ROWS })}</p>
        <p className={styles.ways}>
          <a href={templateAddress('xlsx')} download>
            {t('templateXlsx')}
          </a>
          <a href={templateAddress('csv')} download>
            {t('templateCsv')}
          </a>
        </p>
        <div className={styles.choose}>
          <input
            ref={input}
            type="file"
            hidden
            accept=".xlsx,.csv"
            aria-label={t('choose')}
            onChange={(event) => {
              choose(event.target.files?.[0]);
              // The corrected file often has the same name.
              event.target.value = '';
            }}
          />
          <Button
            type={data === undefined ? 'primary' : 'default'}
            icon={<Upload size={15} aria-hidden="true" />}
            disabled={preview.isPending || importing.isPending}
            onClick={() => input.current?.click()}
          >
            {t(chosen === undefined ? 'choose' : 'chooseOther')}
          </Button>
          <span className={styles.quiet}>{chosen?.file.name ?? t('chooseNote')}</span>
        </div>
      </section>
      {preview.isPending && (
        <section className={styles.panel} aria-label={t('checking', { name: chosen?.file.name ?? '' })} aria-busy>
          <RowsSkeleton rows={6} />
        </section>
      )}
      <ProblemAlert error={preview.error} />
      {data !== undefined && chosen !== undefined && (
        <section className={styles.panel} aria-labelledby="import-rows">
          <header>
            <h2 id="import-rows">{t('rows')}</h2>
            <output className={data.bad > 0 ? styles.bad : styles.good}>
              {t(data.bad > 0 ? 'summaryBad' : 'summaryGood', { count: data.rows.length, bad: data.bad })}
            </output>
            <Button
              type="primary"
              disabled={data.bad > 0}
              loading={importing.isPending}
              onClick={() => importing.mutate(chosen)}
            >
              {t('importAll', { count: data.rows.length })}
            </Button>
          </header>
          <ProblemAlert error={importing.error} title={t('failed')} onRetry={() => importing.mutate(chosen)} />
          {data.unknownHeadings.length > 0 && (
            <p className={styles.quiet}>{t('unknownHeadings', { names: data.unknownHeadings.join(' · ') })}</p>
          )}
          <PreviewTable rows={data.rows} />
        </section>
      )}
    </>
  );
}

function Done({ caseNos, onAgain }: { caseNos: readonly string[]; onAgain: () => void }) {
  const t = useTexts();
  return (
    <section className={styles.panel}>
      <output className={styles.good}>{t('done', { count: caseNos.length })}</output>
      <ul className={styles.numbers} aria-label={t('caseNos')}>
        {caseNos.map((caseNo) => (
          <li key={caseNo}>
            <Link to="/cases/$caseNo" params={{ caseNo }}>
              {caseNo}
            </Link>
          </li>
        ))}
      </ul>
      <p className={styles.ways}>
        <Button onClick={onAgain}>{t('again')}</Button>
        <Link to="/cases">{t('toCases')}</Link>
      </p>
    </section>
  );
}
