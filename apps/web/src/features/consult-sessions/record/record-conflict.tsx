import { directions, type AgendaItem } from '@consilium/contracts';
import { Button } from 'antd';
import { ProblemAlert } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useText } from '../locales';
import { draftOf, tallyOf, type RecordDraft } from './record-draft';
import styles from './record.module.css';

function Version({ title, draft }: { title: string; draft: RecordDraft }) {
  const t = useText();
  const label = useLabel();
  const tally = tallyOf(draft);
  return (
    <section>
      <h4>{title}</h4>
      <p>{draft.direction === null ? t('noDirection') : label(directions.labels[draft.direction])}</p>
      <p>{draft.summary === '' ? t('noSummary') : draft.summary}</p>
      <p>
        {t('conflictCounts', {
          support: tally.support,
          conditional: tally.conditional,
          oppose: tally.oppose,
          actions: draft.recommendations.length,
        })}
      </p>
    </section>
  );
}

/** Two people kept a record of the same case: side by side, and this person chooses. */
export function RecordConflict({
  item,
  mine,
  error,
  onSettle,
}: {
  item: AgendaItem;
  mine: RecordDraft;
  error: unknown;
  onSettle: (choice: 'mine' | 'theirs') => void;
}) {
  const t = useText();
  return (
    <div className={styles.conflict}>
      <ProblemAlert error={error} />
      <div className={styles.versions}>
        <Version title={t('mine')} draft={mine} />
        <Version title={t('theirs')} draft={draftOf(item.decision)} />
      </div>
      <div className={styles.conflictActs}>
        <Button onClick={() => onSettle('theirs')}>{t('takeTheirs')}</Button>
        <Button type="primary" onClick={() => onSettle('mine')}>
          {t('keepMine')}
        </Button>
      </div>
    </div>
  );
}
