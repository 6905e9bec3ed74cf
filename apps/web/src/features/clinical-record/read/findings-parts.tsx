import { discrepancies, type Discrepancy, type FullRecord, type ImagingEntry } from '@consilium/contracts';
import { StateTag, type TagTone } from '../../../components';
import { useTexts } from '../locales';
import { fieldWords } from '../texts/field-words';
import { useLabel } from '../../../lib/i18n';
import { InvolvementTable } from './involvement-table';
import { Lines } from './lines';
import { PartPanel, type ReadPart } from './part-panel';
import styles from './parts.module.css';

interface Props {
  sections: FullRecord['sections'];
  read: ReadPart;
}

/** At 1 mm and below the circumferential margin is threatened (domain: MRI pelvis; Default). */
const CRM_THREATENED_MM = 1;

export function ImagingPart({ sections: { imaging }, read }: Props) {
  const newestFirst = [...(imaging?.content.entries ?? [])].sort((a, b) => b.examinedOn.localeCompare(a.examinedOn));
  return (
    <PartPanel read={read} section="imaging" part={imaging}>
      <ul className={styles.findings}>
        {newestFirst.map((entry) => (
          <Examination key={entry.id} entry={entry} />
        ))}
      </ul>
    </PartPanel>
  );
}

function Examination({ entry }: { entry: ImagingEntry }) {
  const t = useTexts();
  const { crmMm } = entry;
  const isThreatened = crmMm !== null && crmMm <= CRM_THREATENED_MM;
  return (
    <li>
      <p className={styles.findingHead}>
        <b>{entry.modality}</b>
        <time dateTime={entry.examinedOn}>{entry.examinedOn}</time>
        {entry.hospitalName !== '' && <span>{entry.hospitalName}</span>}
        {entry.reader !== '' && <span>{t('firstReport', { reader: entry.reader })}</span>}
      </p>
      <p className={styles.measures}>
        {entry.sizeMm.length > 0 && <b>{t('sizeOf', { size: entry.sizeMm.join(' × ') })}</b>}
        {crmMm !== null && (
          <span className={isThreatened ? styles.danger : undefined}>
            {t(isThreatened ? 'crmThreatened' : 'crmOf', { value: crmMm })}
          </span>
        )}
        {entry.emvi !== null && <span>{t('emviOf', { value: entry.emvi })}</span>}
        {entry.sacralLevel !== '' && <span>{t('sacralOf', { level: entry.sacralLevel })}</span>}
      </p>
      <p className={styles.prose}>{entry.finding}</p>
      {entry.resectability !== '' && <p className={styles.resectability}>{entry.resectability}</p>}
      <InvolvementTable entry={entry} label={t('matrixOf', { examination: entry.modality })} />
      <Rereading title={t('rereadImaging')} rereading={entry.rereading} />
    </li>
  );
}

export function PathologyPart({ sections: { pathology }, read }: Props) {
  const t = useTexts();
  const l = useLabel();
  return (
    <PartPanel read={read} section="pathology" part={pathology}>
      <ul className={styles.findings}>
        {pathology?.content.entries.map((entry) => (
          <li key={entry.id}>
            <p className={styles.findingHead}>
              {entry.reportedOn !== null && <time dateTime={entry.reportedOn}>{entry.reportedOn}</time>}
              {[entry.specimen, entry.hospitalName, entry.reportNo]
                .filter((one) => one !== '')
                .map((one) => (
                  <span key={one}>{one}</span>
                ))}
            </p>
            <p className={styles.prose}>{entry.text}</p>
            {entry.marginMm !== null && <p>{t('marginMm', { value: entry.marginMm })}</p>}
            <Lines lines={entry.markers} label={l(fieldWords.markers)} />
            <Lines lines={entry.molecularMarkers} label={l(fieldWords.molecularMarkers)} />
            {entry.molecular !== '' && <p className={styles.prose}>{entry.molecular}</p>}
            <Rereading title={t('rereadPathology')} rereading={entry.rereading} />
          </li>
        ))}
      </ul>
    </PartPanel>
  );
}

const tones: Record<Discrepancy, TagTone> = { NONE: 'ok', MINOR: 'due', MAJOR: 'overdue' };

/** What a second look at an outside report found. */
function Rereading({ title, rereading }: { title: string; rereading: ImagingEntry['rereading'] }) {
  const t = useTexts();
  if (rereading === null) return null;
  return (
    <p className={styles.rereading}>
      <b>{title}</b>
      <StateTag labels={discrepancies.labels} state={rereading.discrepancy} tone={tones[rereading.discrepancy]} />
      <span>{t('rereadBy', { day: rereading.readOn, reader: rereading.reader })}</span>
      {rereading.changed !== '' && <span>{rereading.changed}</span>}
    </p>
  );
}
