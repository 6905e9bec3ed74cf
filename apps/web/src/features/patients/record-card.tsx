import { caseStates, sexes, type PatientRecord } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { StateTag } from '../../components';
import { useLabel } from '../../lib/i18n';
import { formatFormal } from '../../lib/time';
import { usePatientTexts } from './locales';
import styles from './patients.module.css';

/** One of two records, masked. Who the patient is, is shown on the page of a case, on record. */
export function RecordCard({ title, record }: { title: string; record: PatientRecord }) {
  const t = usePatientTexts();
  const l = useLabel();
  return (
    <section className={styles.record} aria-label={`${title} ${record.pickedBy}`}>
      <h3>
        {title} <b>{record.maskedName}</b>
      </h3>
      <dl>
        <dt>{t('sex')}</dt>
        <dd>{l(sexes.labels[record.sex])}</dd>
        <dt>{t('province')}</dt>
        <dd>{record.province}</dd>
        <dt>{t('registeredAt')}</dt>
        <dd>{formatFormal(record.registeredAt)}</dd>
        <dt>{t('cases')}</dt>
        <dd>
          <ul>
            {record.cases.map(({ caseNo, state }) => (
              <li key={caseNo}>
                <Link to="/cases/$caseNo" params={{ caseNo }} title={t('revealHint')}>
                  {caseNo}
                </Link>{' '}
                <StateTag labels={caseStates.labels} state={state} />
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </section>
  );
}
