import { resectionMargins, treatmentKinds, type FullRecord } from '@consilium/contracts';
import { useLabel } from '../../../lib/i18n';
import { useTexts } from '../locales';
import { KindMark } from './kind-mark';
import { PartPanel, type ReadPart } from './part-panel';
import { treatmentTimeline, type TimelineEntry } from './treatment-timeline';
import styles from './timeline.module.css';

/** The way of the disease: each treatment by its own shape, recurrences as red diamonds. */
export function Timeline({ sections, read }: { sections: FullRecord['sections']; read: ReadPart }) {
  const t = useTexts();
  const { treatments, presentation, diagnosis } = sections;
  const present =
    presentation === null
      ? null
      : {
          number: presentation.content.recurrenceNumber,
          observedOn: presentation.observedOn,
          text: diagnosis?.content.text ?? '',
        };
  const entries = treatmentTimeline(treatments?.content.entries ?? [], present);
  return (
    <PartPanel read={read} section="treatments" part={treatments} title={t('treatmentsTitle')} isShown>
      {entries.length === 0 && (
        <p className={styles.quiet}>{t(treatments === null ? 'emptyPart' : 'emptyTreatments')}</p>
      )}
      <ol className={styles.line}>
        {entries.map((entry) => (
          <Entry key={entry.treatment?.id ?? 'present'} entry={entry} />
        ))}
      </ol>
    </PartPanel>
  );
}

function Entry({ entry: { date, kind, text, treatment, isRecurrence, recurrenceNumber } }: { entry: TimelineEntry }) {
  const t = useTexts();
  const l = useLabel();
  const recurrence = recurrenceNumber === null ? t('recurrenceMark') : t('recurrenceOf', { number: recurrenceNumber });
  const facts = [
    kind === null ? '' : l(treatmentKinds.labels[kind]),
    treatment?.hospitalName ?? '',
    treatment?.doseGy == null ? '' : t('dose', { dose: treatment.doseGy }),
    treatment?.margin == null ? '' : t('marginIs', { margin: l(resectionMargins.labels[treatment.margin]) }),
    treatment?.procedureCode ?? '',
  ].filter((fact) => fact !== '');
  const more = [
    treatment === null || treatment.organsRemoved === '' ? '' : t('removed', { text: treatment.organsRemoved }),
    treatment === null || treatment.complications === '' ? '' : t('complication', { text: treatment.complications }),
    treatment?.note ?? '',
  ].filter((fact) => fact !== '');
  return (
    <li className={styles.entry}>
      <KindMark kind={kind} isRecurrence={isRecurrence} />
      <p className={styles.head}>
        <time dateTime={date}>{date}</time>
        {treatment?.endedOn != null && <span>{t('until', { day: treatment.endedOn })}</span>}
        {isRecurrence && <b>{recurrence}</b>}
        {facts.length > 0 && <span>{facts.join(' · ')}</span>}
      </p>
      <p>{text}</p>
      {more.length > 0 && <p className={styles.more}>{more.join(' · ')}</p>}
    </li>
  );
}
