import { treatmentKinds, type CaseView } from '@consilium/contracts';
import { useLabel } from '../../../lib/i18n';
import { isoDay } from '../../../lib/time';
import { useTexts } from '../locales';
import { Panel } from './panel';
import { treatmentTimeline, type TimelineEntry } from './treatment-timeline';
import styles from './timeline.module.css';

/** The way of the disease: treatments as circles, recurrences as red diamonds. */
export function Timeline({ view }: { view: CaseView }) {
  const t = useTexts();
  const entries = treatmentTimeline(view.clinical, isoDay(view.referredAt));
  return (
    <Panel title={t('timelineTitle')}>
      {entries.length === 0 && <p className={styles.quiet}>{t('timelineEmpty')}</p>}
      <ol className={styles.line}>
        {entries.map((entry) => (
          <Entry key={`${entry.date} ${entry.text}`} entry={entry} />
        ))}
      </ol>
    </Panel>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const t = useTexts();
  const l = useLabel();
  const recurrence =
    entry.recurrenceNumber === null ? t('recurrenceMark') : t('recurrenceOf', { number: entry.recurrenceNumber });
  const facts = [
    entry.kind === null ? t('atReferral') : l(treatmentKinds.labels[entry.kind]),
    ...(entry.hospitalName === '' ? [] : [entry.hospitalName]),
  ];
  return (
    <li className={entry.isRecurrence ? styles.recurrence : styles.entry}>
      <p className={styles.head}>
        <time dateTime={entry.date}>{entry.date}</time>
        {entry.isRecurrence && <b>{recurrence}</b>}
        <span>{facts.join(' · ')}</span>
      </p>
      <p>{entry.text}</p>
    </li>
  );
}
