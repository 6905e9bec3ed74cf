import type { StageView } from '@consilium/contracts';
import { GitBranch, Target } from 'lucide-react';
import type { ReactNode } from 'react';
import { usePlanText } from '../locales';
import type { TaggedStructure } from '../relay/drawn-stage';
import styles from './sheet.module.css';

export function Panel({
  icon,
  title,
  detail,
  children,
}: {
  icon: ReactNode;
  title: string;
  detail?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.panel} aria-label={title}>
      <h3 className={styles.panelHead}>
        {icon}
        <span>{title}</span>
        {detail !== undefined && <span className={styles.muted}>{detail}</span>}
      </h3>
      {children}
    </section>
  );
}

/** What the short tags on the bars stand for, and which stage endangers it. */
export function StructuresPanel({ structures }: { structures: readonly TaggedStructure[] }) {
  const t = usePlanText();
  return (
    <Panel
      icon={<Target size={15} aria-hidden="true" />}
      title={t('structures')}
      detail={t('structuresCount', { n: structures.length })}
    >
      {structures.length === 0 ? (
        <p className={styles.nothing}>{t('structuresNone')}</p>
      ) : (
        <ul className={styles.lines}>
          {structures.map((structure) => (
            <li key={structure.tag} className={styles.structure}>
              <span className={styles.riskTag}>{structure.tag}</span>
              <strong>{structure.name}</strong>
              <span>{structure.stages.join(' ')}</span>
              <span className={styles.muted}>{structure.leads.join(t('listSeparator'))}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** The contingency branch of every stage: what triggers it, what is done first, who answers for it. */
export function ContingenciesPanel({ stages }: { stages: readonly StageView[] }) {
  const t = usePlanText();
  return (
    <Panel
      icon={<GitBranch size={15} aria-hidden="true" />}
      title={t('contingencies')}
      detail={t('contingenciesCount', { n: stages.length })}
    >
      {stages.length === 0 ? (
        <p className={styles.nothing}>{t('contingenciesNone')}</p>
      ) : (
        <ul className={styles.lines}>
          {stages.map((stage) => (
            <li key={stage.code} className={styles.contingency}>
              <span className={styles.branchTag}>{stage.code}</span>
              <span>
                <strong>{stage.goal}</strong>
                <span className={styles.clinical}>{stage.contingency}</span>
              </span>
              <span className={styles.muted}>{stage.leadName}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
