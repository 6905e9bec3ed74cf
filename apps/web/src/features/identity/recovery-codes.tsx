import { useState } from 'react';
import { ActionButton } from '../../components/action-button';
import { useText } from './locales';
import styles from './security.module.css';

/** New recovery codes, shown this one time; going on needs a word that they were kept. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(codes.join('\n')).then(
      () => setCopied(true),
      // Without permission to the clipboard they can still be selected and written down.
      () => setCopied(false),
    );
  return (
    <section className={styles.part} aria-labelledby="recovery-codes">
      <h2 id="recovery-codes">{t('recoveryCodes')}</h2>
      <p>{t('recoveryCodesHint')}</p>
      <ul className={styles.codes} aria-label={t('recoveryCodes')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.acts}>
        <ActionButton onClick={copy}>{copied ? t('copied') : t('copyAll')}</ActionButton>
        <ActionButton primary onClick={onKept}>
          {t('recoveryCodesKept')}
        </ActionButton>
      </div>
    </section>
  );
}
