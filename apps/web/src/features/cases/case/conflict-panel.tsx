import { Button } from 'antd';
import { GitCompareArrows } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { sentenceOf } from '../../../lib/form-problems';
import { useTexts } from '../locales';
import styles from './conflict-panel.module.css';

interface ConflictPanelProps {
  /** The API's `object/stale`: it says who changed what when. */
  error: unknown;
  mine: ReactNode;
  theirs: ReactNode;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  isSending: boolean;
}

/** Somebody was faster: what was typed stays, the present state stands beside it, and a person chooses. */
export function ConflictPanel({ error, mine, theirs, onKeepMine, onTakeTheirs, isSending }: ConflictPanelProps) {
  const t = useTexts();
  const id = useId();
  return (
    <section className={styles.panel} role="alert" aria-labelledby={id}>
      <h3 id={id}>
        <GitCompareArrows size={15} aria-hidden="true" /> {t('conflictTitle')}
      </h3>
      <p>{sentenceOf(error)}</p>
      <div className={styles.sides}>
        <section className={styles.side} aria-label={t('conflictMine')}>
          <h4>{t('conflictMine')}</h4>
          {mine}
          <Button size="small" type="primary" loading={isSending} onClick={onKeepMine}>
            {t('conflictKeepMine')}
          </Button>
        </section>
        <section className={styles.side} aria-label={t('conflictTheirs')}>
          <h4>{t('conflictTheirs')}</h4>
          {theirs}
          <Button size="small" disabled={isSending} onClick={onTakeTheirs}>
            {t('conflictTakeTheirs')}
          </Button>
        </section>
      </div>
    </section>
  );
}
