import { presentations, type FullRecord } from '@consilium/contracts';
import { useLabel } from '../../../lib/i18n';
import { useTexts } from '../locales';
import { CodeMark } from './code-mark';
import { Lines } from './lines';
import { PartPanel, type ReadPart } from './part-panel';
import styles from './parts.module.css';

interface Props {
  sections: FullRecord['sections'];
  read: ReadPart;
}

export function DiagnosisPart({ sections: { diagnosis }, read }: Props) {
  const content = diagnosis?.content;
  return (
    <PartPanel read={read} section="diagnosis" part={diagnosis}>
      {content !== undefined && (
        <>
          <p className={styles.lead}>{content.text}</p>
          <p className={styles.codes}>
            {content.icd10Code !== '' && (
              <CodeMark list="icd10" code={content.icd10Code} edition={content.icd10Edition} />
            )}
            {content.icd10Text !== '' && <span>{content.icd10Text}</span>}
            {content.morphologyCode !== '' && <CodeMark list="icdo3" code={content.morphologyCode} />}
            {content.morphologyText !== '' && <span>{content.morphologyText}</span>}
            {content.site !== '' && <span>{content.site}</span>}
          </p>
          {content.additional.length > 0 && (
            <ul className={styles.additional}>
              {content.additional.map((one) => (
                <li key={`${one.code} ${one.text}`}>
                  {one.text} {one.code !== '' && <CodeMark list="icd10" code={one.code} edition={one.edition} />}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </PartPanel>
  );
}

export function PresentationPart({ sections: { presentation }, read }: Props) {
  const t = useTexts();
  const l = useLabel();
  const content = presentation?.content;
  return (
    <PartPanel read={read} section="presentation" part={presentation}>
      {content !== undefined && (
        <>
          <p className={styles.facts}>
            <b>{l(presentations.labels[content.presentation])}</b>
            {content.recurrenceNumber > 0 && <span>{t('recurrenceOf', { number: content.recurrenceNumber })}</span>}
            {content.diseaseFreeDays !== null && <span>{t('diseaseFree', { days: content.diseaseFreeDays })}</span>}
            {content.pattern !== '' && <span>{content.pattern}</span>}
          </p>
          <Lines lines={content.symptoms} />
        </>
      )}
    </PartPanel>
  );
}

export function SummaryPart({ sections: { summary }, read }: Props) {
  return (
    <PartPanel read={read} section="summary" part={summary}>
      <p className={styles.prose}>{summary?.content.text}</p>
    </PartPanel>
  );
}

export function WishesPart({ sections: { wishes }, read }: Props) {
  return (
    <PartPanel read={read} section="wishes" part={wishes}>
      <p className={styles.prose}>{wishes?.content.text}</p>
    </PartPanel>
  );
}

/** Nutritional risk screening 2002: three points and above are at risk (Kondrup 2003; Default). */
const NUTRITION_AT_RISK = 3;

export function StatusPart({ sections: { status }, read }: Props) {
  const t = useTexts();
  const content = status?.content;
  if (content === undefined)
    return (
      <PartPanel read={read} section="status" part={status}>
        {null}
      </PartPanel>
    );
  const { heightCm, weightKg } = content;
  const bmi = heightCm === null || weightKg === null ? null : (weightKg / (heightCm / 100) ** 2).toFixed(1);
  return (
    <PartPanel read={read} section="status" part={status}>
      <p className={styles.facts}>
        <b>{t('ecogValue', { value: content.ecog })}</b>
        {content.asa !== null && <b>{t('asaValue', { value: `${content.asa}${content.asaEmergency ? ' E' : ''}` })}</b>}
        {content.nrs2002 !== null && (
          <span className={content.nrs2002 >= NUTRITION_AT_RISK ? styles.warn : undefined}>
            {t(content.nrs2002 >= NUTRITION_AT_RISK ? 'nutritionAtRisk' : 'nutrition', { value: content.nrs2002 })}
          </span>
        )}
        {bmi !== null && <span title={`${heightCm} cm · ${weightKg} kg`}>{t('bmi', { value: bmi })}</span>}
      </p>
      {content.comorbidities.length === 0 ? (
        <p className={styles.quiet}>{t('noComorbidities')}</p>
      ) : (
        <Lines lines={content.comorbidities} />
      )}
    </PartPanel>
  );
}
