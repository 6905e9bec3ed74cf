import type { AttachmentList } from '@consilium/contracts';
import { Button } from 'antd';
import { ExternalLink } from 'lucide-react';
import { ProblemAlert } from '../../components';
import { useOpenStudy } from './api';
import { useTexts } from './locales';
import styles from './files.module.css';

/** Imaging studies of the record, each with its way into the hospital's viewer. */
export function Studies({ caseNo, studies }: { caseNo: string; studies: AttachmentList['studies'] }) {
  const t = useTexts();
  const open = useOpenStudy(caseNo);
  return (
    <section className={styles.panel} aria-label={t('studies')}>
      <header>
        <h3>{t('studies')}</h3>
      </header>
      <ul className={styles.files}>
        {studies.map(({ studyUid, modality, examinedOn }) => (
          <li key={studyUid} aria-label={modality}>
            <div className={styles.what}>
              <p className={styles.title}>
                <strong>{modality}</strong> <span className={styles.quiet}>{examinedOn}</span>
              </p>
            </div>
            <div className={styles.acts}>
              <Button
                size="small"
                title={t('studyNewTab')}
                icon={<ExternalLink size={14} aria-hidden="true" />}
                loading={open.isPending && open.variables === studyUid}
                onClick={() => open.mutate(studyUid)}
              >
                {t('studyOpen')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ProblemAlert error={open.error} title={t('actFailed')} />
    </section>
  );
}
