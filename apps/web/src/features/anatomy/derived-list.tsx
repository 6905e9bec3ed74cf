import { bleedingRisks, compartments, requirements, type CaseAnatomy } from '@consilium/contracts';
import { StateTag } from '../../components';
import { useLabel } from '../../lib/i18n';
import { useAnatomyText } from './locales';
import styles from './anatomy.module.css';

const bleedingTones = { NONE: 'neutral', HIGH: 'due', STRONG: 'overdue' } as const;

/** Compartments, bleeding risk, departments and quorum, each with the structures it comes from. */
export function DerivedList({ anatomy }: { anatomy: CaseAnatomy }) {
  const t = useAnatomyText();
  const l = useLabel();
  const named = (all: CaseAnatomy['departments'][number]['structures']) => all.map(l).join(t('separator'));
  const { bleedingRisk } = anatomy;
  const asked = anatomy.quorum.filter(({ structures }) => structures.length > 0);
  return (
    <dl className={styles.derived}>
      <dt>{t('compartments')}</dt>
      <dd>
        {anatomy.compartments.length === 0 && <span className={styles.quiet}>{t('noCompartment')}</span>}
        <span className={styles.tags}>
          {anatomy.compartments.map((compartment) => (
            <StateTag key={compartment} labels={compartments.labels} state={compartment} />
          ))}
        </span>
        {anatomy.isExenteration && <p>{t('exenteration')}</p>}
      </dd>
      <dt>{t('bleeding')}</dt>
      <dd>
        <StateTag labels={bleedingRisks.labels} state={bleedingRisk.degree} tone={bleedingTones[bleedingRisk.degree]} />
        <ul>
          {bleedingRisk.reasons.map((reason) => (
            <li key={reason.rule} className={styles.reason}>
              {l(reason.text)}
            </li>
          ))}
        </ul>
      </dd>
      {anatomy.departments.length > 0 && (
        <>
          <dt>{t('departments')}</dt>
          <dd>
            <ul aria-label={t('departments')}>
              {anatomy.departments.map((one) => (
                <li key={one.departmentId}>
                  {l(one.name)} · {l(requirements.labels[one.requirement])}
                  <span className={styles.reason}>{named(one.structures)}</span>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      <dt>{t('quorum')}</dt>
      <dd>
        {asked.length === 0 && <span className={styles.quiet}>{t('quorumNone')}</span>}
        <ul aria-label={t('quorum')}>
          {anatomy.quorum.map((line) => (
            <li key={line.key}>
              {l(line.label)}
              <span className={styles.reason}>{l(line.basis)}</span>
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}
