import { factSources, recordSections, type RecordSection } from '@consilium/contracts';
import { Button } from 'antd';
import { History, Pencil, Plus } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useLabel } from '../../../lib/i18n';
import { formatFormal, formatNear } from '../../../lib/time';
import { useTexts } from '../locales';
import type { AnyPart } from '../edit/use-part-form';
import styles from './part-panel.module.css';

/** What can be done from the parts on the page. */
export interface ReadPart {
  writable: readonly RecordSection[];
  onEdit: (section: RecordSection) => void;
  onHistory: (section: RecordSection) => void;
}

interface Props {
  read: ReadPart;
  section: RecordSection;
  part: AnyPart | null;
  title?: string;
  /** The content is shown though the part was never written. */
  isShown?: boolean;
  /** Beside the title. */
  extra?: ReactNode;
  children: ReactNode;
}

/** One part of the record with where it comes from, its history and, where it may be written, the way to write it. */
export function PartPanel({ read, section, part, title, isShown, extra, children }: Props) {
  const t = useTexts();
  const l = useLabel();
  const id = useId();
  const name = title ?? l(recordSections.labels[section]);
  const mayWrite = read.writable.includes(section);
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header>
        <h3 id={id}>{name}</h3>
        <div className={styles.extra}>
          {extra}
          {mayWrite && part !== null && (
            <Button
              type="text"
              size="small"
              className={styles.act}
              icon={<Pencil size={13} aria-hidden="true" />}
              aria-label={t('edit', { part: name })}
              title={t('edit', { part: name })}
              onClick={() => read.onEdit(section)}
            />
          )}
        </div>
      </header>
      {part === null && isShown !== true ? <p className={styles.quiet}>{t('emptyPart')}</p> : children}
      {part === null && mayWrite && (
        <Button
          size="small"
          className={styles.fill}
          icon={<Plus size={13} aria-hidden="true" />}
          onClick={() => read.onEdit(section)}
        >
          {t('fill', { part: name })}
        </Button>
      )}
      {part !== null && <Provenance part={part} name={name} onHistory={() => read.onHistory(section)} />}
    </section>
  );
}

/** When it was so, from where, by whom, and which writing this is. */
function Provenance({ part, name, onHistory }: { part: AnyPart; name: string; onHistory: () => void }) {
  const t = useTexts();
  const l = useLabel();
  const source = [l(factSources.labels[part.source]), part.sourceNote].filter((one) => one !== '').join(' · ');
  return (
    <footer className={styles.provenance}>
      <span>{t('provenance', { day: part.observedOn, source })}</span>
      <span title={formatFormal(part.recordedAt)}>
        {t('writtenBy', { author: part.author, at: formatNear(part.recordedAt) })}
      </span>
      <button type="button" aria-label={t('historyOf', { part: name })} onClick={onHistory}>
        {t('revision', { number: part.revision })} · <History size={11} aria-hidden="true" /> {t('history')}
      </button>
    </footer>
  );
}
