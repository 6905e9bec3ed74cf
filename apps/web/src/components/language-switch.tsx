import type { Locale } from '@consilium/contracts';
import styles from './language-switch.module.css';

const choices: readonly { locale: Locale; short: string; name: string }[] = [
  { locale: 'zh-CN', short: '中', name: '中文' },
  { locale: 'en-US', short: 'EN', name: 'English' },
];

/** 中 / EN. Each is named in its own language. */
export function LanguageSwitch({
  value,
  label,
  onChange,
}: {
  value: Locale;
  label: string;
  onChange: (locale: Locale) => void;
}) {
  return (
    <fieldset aria-label={label} className={styles.switch}>
      {choices.map(({ locale, short, name }) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={value === locale}
          aria-label={name}
          title={name}
          onClick={() => {
            if (value !== locale) onChange(locale);
          }}
        >
          {short}
        </button>
      ))}
    </fieldset>
  );
}
