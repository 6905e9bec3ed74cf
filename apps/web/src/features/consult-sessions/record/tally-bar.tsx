import { stances, type DecisionView, type Stance } from '@consilium/contracts';
import { useLabel } from '../../../lib/i18n';
import { useText } from '../locales';
import styles from './stances.module.css';

const COUNTED = ['support', 'conditional', 'oppose'] as const satisfies readonly Stance[];

/** How the stances stand: only support, conditional and oppose count. Each part carries its word and number. */
export function TallyBar({ tally }: { tally: DecisionView['tally'] }) {
  const t = useText();
  const label = useLabel();
  const given = COUNTED.filter((stance) => tally[stance] > 0);
  const said = COUNTED.map((stance) => `${label(stances.labels[stance])} ${tally[stance]}`).join(t('listSeparator'));
  return (
    <div className={styles.tally}>
      <span className="visually-hidden">
        {t('tally')}: {said}
      </span>
      {given.length === 0 ? (
        <span className={styles.tallyNone}>{t('noStanceYet')}</span>
      ) : (
        given.map((stance) => (
          <span
            key={stance}
            aria-hidden="true"
            className={styles[`tally-${stance}`]}
            style={{ flexGrow: tally[stance] }}
          >
            {label(stances.labels[stance])} {tally[stance]}
          </span>
        ))
      )}
    </div>
  );
}
