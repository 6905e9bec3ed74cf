import type { Bilingual, Locale } from '@consilium/contracts';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../components/language-switch';
import { Mark } from '../../components/mark';
import { showLocale, useLabel, useLocale } from '../../lib/i18n';
import styles from './entrance.module.css';
import { rememberedHouse } from './house';
import { useText } from './locales';

/** The page before sign-in: the form in the left third, the house in the rest. */
export function EntrancePage({
  demonstration = false,
  house,
  onLocale,
  children,
}: {
  demonstration?: boolean;
  /** The hospital to show on a computer where nobody has signed in yet. */
  house?: Bilingual | undefined;
  onLocale?: (locale: Locale) => void;
  children: ReactNode;
}) {
  const t = useText();
  const label = useLabel();
  const locale = useLocale();
  const shown = rememberedHouse() ?? house;
  return (
    <div className={styles.page}>
      <main className={styles.form}>
        <div className={styles.top}>
          <Mark size={34} />
          <strong>{t('product')}</strong>
          {demonstration && <span className={styles.tag}>{t('demonstration')}</span>}
          <LanguageSwitch
            value={locale}
            label={t('language')}
            onChange={(next) => {
              void showLocale(next);
              onLocale?.(next);
            }}
          />
        </div>
        {children}
      </main>
      <div className={styles.house} aria-hidden="true">
        <p className={styles.houseName}>{shown === undefined ? t('product') : label(shown)}</p>
        <p className={styles.houseLine}>{t('productLine')}</p>
      </div>
    </div>
  );
}
