import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useLocale } from '../lib/i18n';
import styles from './page-title.module.css';

/** Where the shell wants the title; undefined outside a shell, null until its top bar is in the document. */
export const PageTitleSlot = createContext<HTMLElement | null | undefined>(undefined);

/**
 * The name of the screen: in the top bar, and as the title of the tab. Never with anything of a patient.
 */
export function PageTitle({ title, subtitle }: { title: string; subtitle?: ReactNode }) {
  const slot = useContext(PageTitleSlot);
  const locale = useLocale();
  useEffect(() => {
    document.title = `${title} · ${locale === 'en-US' ? 'Consilium' : '合议'}`;
  }, [title, locale]);
  const content = (
    <>
      <h1 className={styles.title}>{title}</h1>
      {subtitle !== undefined && <span className={styles.subtitle}>{subtitle}</span>}
    </>
  );
  if (slot === null) return null;
  return slot === undefined ? <div className={styles.alone}>{content}</div> : createPortal(content, slot);
}
