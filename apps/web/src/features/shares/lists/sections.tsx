import { shareSections, type ShareSection } from '@consilium/contracts';
import { useLabel } from '../../../lib/i18n';
import { useShareTexts } from '../locales';
import styles from '../shares.module.css';

/** The sections of a share, in words; "everything" where nothing is left out. */
export function Sections({ sections }: { sections: readonly ShareSection[] }) {
  const t = useShareTexts();
  const label = useLabel();
  const words = sections.map((section) => label(shareSections.labels[section])).join(t('listSeparator'));
  const isWhole = shareSections.schema.options.every((section) => sections.includes(section));
  return (
    <span className={styles.sections} title={words}>
      {isWhole ? t('wholeCase') : words}
    </span>
  );
}
