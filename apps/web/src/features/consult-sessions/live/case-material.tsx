import { involvements, treatmentKinds, type CaseView } from '@consilium/contracts';
import { Tabs } from 'antd';
import { ScanLine } from 'lucide-react';
import { EmptyState } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useDirectory } from '../../organisations';
import { useText } from '../locales';
import styles from './case.module.css';

type Clinical = CaseView['clinical'];
const newestFirst = (a: string, b: string) => b.localeCompare(a);

/** Findings as the reports tell them; the pictures themselves stay in the hospital's image system. */
function Imaging({ clinical }: { clinical: Clinical }) {
  const t = useText();
  const label = useLabel();
  const { data: directory } = useDirectory();
  const nameOf = (code: string) => {
    const structure = directory?.structures.find((one) => one.code === code);
    return structure === undefined ? code : label(structure.name);
  };
  return (
    <section className={styles.imaging} aria-label={t('imaging')}>
      <h3>
        <ScanLine size={15} aria-hidden="true" />
        {t('imaging')}
        <span>{clinical.imaging.length}</span>
      </h3>
      <ul className={styles.findings}>
        {[...clinical.imaging]
          .sort((a, b) => newestFirst(a.examinedOn, b.examinedOn))
          .map((one) => (
            <li key={`${one.modality} ${one.examinedOn} ${one.finding}`}>
              <p className={styles.findingHead}>
                <strong>{one.modality}</strong>
                <time>{one.examinedOn}</time>
              </p>
              <p>{one.finding}</p>
            </li>
          ))}
      </ul>
      <ul className={styles.structures} aria-label={t('structures')}>
        {clinical.structures.map((one) => (
          <li key={one.code} className={styles[`involved-${one.involvement}`]}>
            {nameOf(one.code)} <strong>{label(involvements.labels[one.involvement])}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Timeline({ clinical }: { clinical: Clinical }) {
  const t = useText();
  const label = useLabel();
  if (clinical.priorTreatments.length === 0) return <EmptyState text={t('noPriorTreatments')} />;
  return (
    <ol className={styles.timeline}>
      {[...clinical.priorTreatments]
        .sort((a, b) => a.happenedOn.localeCompare(b.happenedOn))
        .map((one) => (
          <li key={`${one.happenedOn} ${one.text}`}>
            <p className={styles.when}>
              <time>{one.happenedOn}</time> · {label(treatmentKinds.labels[one.kind])}
              {one.hospitalName !== '' && ` · ${one.hospitalName}`}
            </p>
            <p>{one.text}</p>
          </li>
        ))}
    </ol>
  );
}

function Pathology({ clinical }: { clinical: Clinical }) {
  const t = useText();
  if (clinical.pathology.length === 0) return <EmptyState text={t('noPathology')} />;
  return (
    <ul className={styles.pathology}>
      {clinical.pathology.map((one) => (
        <li key={`${one.reportedOn ?? ''} ${one.text}`}>
          {one.reportedOn !== null && (
            <p className={styles.when}>
              <time>{one.reportedOn}</time>
            </p>
          )}
          <p>{one.text}</p>
          {one.markers.length > 0 && (
            <ul className={styles.markers}>
              {one.markers.map((marker) => (
                <li key={marker}>{marker}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the case rests on: imaging findings beside course, summary and pathology, and below them what the patient wants. */
export function CaseMaterial({ discussed }: { discussed: CaseView }) {
  const t = useText();
  const { clinical } = discussed;
  return (
    <div className={styles.material}>
      <Imaging clinical={clinical} />
      <section className={styles.history} aria-label={t('material')}>
        <Tabs
          size="small"
          items={[
            { key: 'course', label: t('course'), children: <Timeline clinical={clinical} /> },
            { key: 'summary', label: t('summary'), children: <p className={styles.prose}>{clinical.summary}</p> },
            {
              key: 'pathology',
              label: t('pathologyCount', { n: clinical.pathology.length }),
              children: <Pathology clinical={clinical} />,
            },
          ]}
        />
        <dl className={styles.facts}>
          <div>
            <dt>{t('wishes')}</dt>
            <dd>{clinical.wishes}</dd>
          </div>
          <div>
            <dt>ECOG</dt>
            <dd>{clinical.ecog}</dd>
          </div>
          {clinical.comorbidities.length > 0 && (
            <div>
              <dt>{t('comorbidities')}</dt>
              <dd>{clinical.comorbidities.join(t('listSeparator'))}</dd>
            </div>
          )}
        </dl>
      </section>
    </div>
  );
}
