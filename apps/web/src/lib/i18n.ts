import type { Bilingual, Locale } from '@consilium/contracts';
import { createInstance, type i18n as I18n } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';

const STORAGE_KEY = 'consilium.locale';

function rememberedLocale(): Locale {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'en-US' ? 'en-US' : 'zh-CN';
  } catch {
    // Storage may be forbidden by the browser's policy; the product speaks Chinese first.
    return 'zh-CN';
  }
}

export const i18n: I18n = createInstance();
void i18n.use(initReactI18next).init({
  lng: rememberedLocale(),
  fallbackLng: 'zh-CN',
  supportedLngs: ['zh-CN', 'en-US'],
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

/** The language now shown. */
export function currentLocale(): Locale {
  return i18n.language === 'en-US' ? 'en-US' : 'zh-CN';
}

/** Switches the language of the whole screen without reload and remembers it on this computer. */
export async function showLocale(locale: Locale): Promise<void> {
  if (typeof document !== 'undefined') document.documentElement.lang = locale;
  try {
    localStorage.setItem(STORAGE_KEY, locale);
  } catch {
    // Forbidden storage costs only the memory of the choice.
  }
  if (i18n.language !== locale) await i18n.changeLanguage(locale);
}

export type TextParameters = Record<string, string | number>;

/**
 * Adds a feature's texts, both languages with the same keys. Placeholders are `{{name}}`; a `count` picks `key_one` / `key_other`
 * where the language has them. Returns the feature's hook, whose keys are checked by the compiler.
 */
export function registerTexts<T extends Record<string, string>>(
  feature: string,
  texts: { 'zh-CN': T; 'en-US': Record<keyof T, string> & Record<string, string> },
): () => (key: keyof T & string, parameters?: TextParameters) => string {
  i18n.addResourceBundle('zh-CN', feature, texts['zh-CN']);
  i18n.addResourceBundle('en-US', feature, texts['en-US']);
  return () => useT(feature);
}

/** The texts of a feature in the language shown. */
export function useT(feature: string): (key: string, parameters?: TextParameters) => string {
  const { t } = useTranslation(feature, { i18n });
  return useCallback(
    (key: string, parameters?: TextParameters) => t(key, { ...parameters, ns: feature }),
    [t, feature],
  );
}

/** The language shown; the component renders again when it changes. */
export function useLocale(): Locale {
  const { i18n: shown } = useTranslation(undefined, { i18n });
  return shown.language === 'en-US' ? 'en-US' : 'zh-CN';
}

/** The one of two names that belongs to a language. */
export function label(name: Bilingual, locale: Locale): string {
  return locale === 'en-US' ? name.en : name.zh;
}

/** The label of a code of the vocabulary, in the language shown now; an unknown code prints itself. */
export function labelOf(labels: Record<string, Bilingual>, code: string): string {
  const found = labels[code];
  return found === undefined ? code : label(found, currentLocale());
}

/** Picks the name in the language shown; renders again when the language changes. */
export function useLabel(): (name: Bilingual) => string {
  const locale = useLocale();
  return useCallback((name: Bilingual) => label(name, locale), [locale]);
}
