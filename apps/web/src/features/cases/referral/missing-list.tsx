import { useLocale } from '../../../lib/i18n';
import { problemSentence, type FieldProblem } from '../field-problems';
import { focusField } from '../focus-field';
import { useTexts } from '../locales';
import { REFERRAL } from './form-name';
import { nameOfField } from './referral-fields';
import styles from './referral.module.css';

/** What still keeps the referral from being sent; each entry leads to its field. */
export function MissingList({ problems }: { problems: FieldProblem[] }) {
  const t = useTexts();
  const locale = useLocale();
  if (problems.length === 0) return null;
  return (
    <section className={styles.missing} role="alert" aria-labelledby="referral-missing">
      <h3 id="referral-missing">{t('missingTitle', { count: problems.length })}</h3>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.path.join('.')} ${problem.code}`}>
            <button type="button" onClick={() => focusField(REFERRAL, problem.path)}>
              <b>{nameOfField(problem.path, t)}</b> {problemSentence(problem, locale)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
