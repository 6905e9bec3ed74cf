import { Tooltip } from 'antd';
import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './small-parts.module.css';
import { useSharedText } from './texts';

/** A question mark that explains, by hover, focus or touch. */
export function InfoTip({ text }: { text: ReactNode }) {
  const t = useSharedText();
  return (
    <Tooltip title={text} trigger={['hover', 'focus', 'click']}>
      <button type="button" className={styles.tip} aria-label={t('more')}>
        <CircleHelp size={14} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
