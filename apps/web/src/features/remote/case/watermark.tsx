import { useId } from 'react';
import { useLocale } from '../../../lib/i18n';
import { useMe } from '../../../lib/me';
import { formatDense, useNow } from '../../../lib/time';
import styles from './case.module.css';

/** Reader and time across the case, so that a photograph of the screen says whose it was. A deterrent, not a lock. */
export function Watermark() {
  const pattern = useId();
  const me = useMe();
  const locale = useLocale();
  const now = useNow(60_000);
  const text = `${locale === 'en-US' ? me.nameEn : me.name} ${formatDense(now, now, locale)}`;
  return (
    <svg className={styles.watermark} aria-hidden="true">
      <defs>
        <pattern id={pattern} width="300" height="150" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
          <text x="0" y="80">
            {text}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${pattern})`} />
    </svg>
  );
}
