import { stagingSystems, type FullRecord, type StagingEntry } from '@consilium/contracts';
import { StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useTexts } from '../locales';
import { PartPanel, type ReadPart } from './part-panel';
import styles from './parts.module.css';

/** `ypT3 N1b M0`: the prefix stands before the first component, as it is written on paper. */
function writtenStage({ prefix, components, text }: StagingEntry): string {
  const values = Object.values(components);
  if (values.length === 0) return text === '' ? prefix : text;
  return `${prefix}${values.join(' ')}`;
}

/** The stages, latest first, each with whether its group was derived or set by a doctor and why. */
export function StagingPart({ sections: { staging }, read }: { sections: FullRecord['sections']; read: ReadPart }) {
  const entries = [...(staging?.content.entries ?? [])].sort((a, b) => b.assessedOn.localeCompare(a.assessedOn));
  return (
    <PartPanel read={read} section="staging" part={staging}>
      <ul className={styles.stages}>
        {entries.map((entry) => (
          <Stage key={entry.id} entry={entry} />
        ))}
      </ul>
    </PartPanel>
  );
}

function Stage({ entry }: { entry: StagingEntry }) {
  const t = useTexts();
  const l = useLabel();
  const system = l(stagingSystems.labels[entry.system]);
  // A year names an edition by itself; a number is the so-manieth.
  const edition = /^\d{1,2}$/.test(entry.edition) ? 'editionOf' : 'editionYear';
  const group = entry.override?.group ?? entry.derivedGroup;
  const written = writtenStage(entry);
  return (
    <li>
      <p className={styles.stageHead}>
        {group !== null && <b className={styles.group}>{group}</b>}
        <b>{written}</b>
        {entry.override !== null ? (
          <StateTag labels={{ OWN: { zh: t('overridden'), en: t('overridden') } }} state="OWN" tone="due" />
        ) : (
          <small>{t(group === null ? 'groupNone' : 'derived')}</small>
        )}
      </p>
      <p className={styles.meta}>
        {t(edition, { system, edition: entry.edition }).trim()} ·{' '}
        {t('assessedBy', { day: entry.assessedOn, assessor: entry.assessor }).trim()}
      </p>
      {entry.override !== null && (
        <p className={styles.meta}>
          {t('overrideReason', { reason: entry.override.reason })}
          {entry.derivedGroup !== null && ` · ${t('derivedWas', { group: entry.derivedGroup })}`}
        </p>
      )}
      {entry.text !== '' && written !== entry.text && <p>{entry.text}</p>}
    </li>
  );
}
