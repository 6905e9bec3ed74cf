import { involvements, type ClinicalRecord } from '@consilium/contracts';
import { StateTag, type TagTone } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useDirectory } from '../../organisations';
import { useTexts } from '../locales';
import { Panel } from './panel';
import styles from './clinical-panels.module.css';

interface OfRecord {
  clinical: ClinicalRecord;
}

export function QuestionsPanel({ clinical }: OfRecord) {
  const t = useTexts();
  return (
    <Panel title={t('questionsTitle')}>
      <ol className={styles.questions}>
        {clinical.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
    </Panel>
  );
}

export function SummaryPanel({ clinical }: OfRecord) {
  const t = useTexts();
  return (
    <Panel title={t('summaryTitle')} extra={clinical.icd10Code === '' ? undefined : `ICD-10 ${clinical.icd10Code}`}>
      <p className={styles.lead}>{clinical.diagnosis}</p>
      <p className={styles.prose}>{clinical.summary}</p>
    </Panel>
  );
}

export function ImagingPanel({ clinical }: OfRecord) {
  const t = useTexts();
  const newestFirst = [...clinical.imaging].sort((a, b) => b.examinedOn.localeCompare(a.examinedOn));
  return (
    <Panel title={t('imagingTitle')}>
      <ul className={styles.findings}>
        {newestFirst.map((one) => (
          <li key={`${one.examinedOn} ${one.modality} ${one.finding}`}>
            <p className={styles.findingHead}>
              <b>{one.modality}</b> <time dateTime={one.examinedOn}>{one.examinedOn}</time>
            </p>
            <p className={styles.prose}>{one.finding}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function PathologyPanel({ clinical }: OfRecord) {
  const t = useTexts();
  return (
    <Panel title={t('pathologyTitle')}>
      {clinical.pathology.length === 0 && <p className={styles.quiet}>{t('pathologyEmpty')}</p>}
      <ul className={styles.findings}>
        {clinical.pathology.map((one) => (
          <li key={`${one.reportedOn} ${one.text}`}>
            {one.reportedOn !== null && (
              <p className={styles.findingHead}>
                <time dateTime={one.reportedOn}>{one.reportedOn}</time>
              </p>
            )}
            <p className={styles.prose}>{one.text}</p>
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
    </Panel>
  );
}

const involvementTones = { INVADE: 'overdue', SUSPECT: 'due', ABUT: 'neutral' } as const satisfies Record<
  string,
  TagTone
>;

export function StructuresPanel({ clinical }: OfRecord) {
  const t = useTexts();
  const l = useLabel();
  const { data } = useDirectory();
  return (
    <Panel title={t('structuresTitle')}>
      <ul className={styles.structures}>
        {clinical.structures.map(({ code, involvement }) => {
          const known = data?.structures.find((structure) => structure.code === code);
          return (
            <li key={code}>
              <span>{known === undefined ? code : l(known.name)}</span>
              <StateTag labels={involvements.labels} state={involvement} tone={involvementTones[involvement]} />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

export function WishesPanel({ clinical }: OfRecord) {
  const t = useTexts();
  return (
    <Panel title={t('wishesTitle')}>
      <p className={styles.prose}>{clinical.wishes}</p>
    </Panel>
  );
}

export function StatusPanel({ clinical }: OfRecord) {
  const t = useTexts();
  return (
    <Panel title={t('statusTitle')} extra={t('ecogValue', { value: clinical.ecog })}>
      {clinical.comorbidities.length === 0 ? (
        <p className={styles.quiet}>{t('noComorbidities')}</p>
      ) : (
        <ul className={styles.markers}>
          {clinical.comorbidities.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
