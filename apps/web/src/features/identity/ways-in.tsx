import { useId, type ReactNode } from 'react';
import styles from './entrance.module.css';
import { useText } from './locales';

export interface WayIn<Key extends string> {
  key: Key;
  label: string;
}

/** The ways of signing in as tabs, one shown at a time. Arrow keys go from one to the next. */
export function WaysIn<Key extends string>({
  ways,
  chosen,
  onChoose,
  children,
}: {
  ways: readonly WayIn<Key>[];
  chosen: Key;
  onChoose: (key: Key) => void;
  children: ReactNode;
}) {
  const t = useText();
  const id = useId();
  const go = (step: number) => {
    const at = ways.findIndex(({ key }) => key === chosen);
    const next = ways[(at + step + ways.length) % ways.length];
    if (next === undefined) return;
    onChoose(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={t('waysIn')} className={styles.ways}>
        {ways.map(({ key, label }) => (
          <button
            key={key}
            id={`${id}-${key}`}
            type="button"
            role="tab"
            aria-selected={key === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={key === chosen ? 0 : -1}
            onClick={() => onChoose(key)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') go(1);
              if (event.key === 'ArrowLeft') go(-1);
            }}
          >
            {label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} className={styles.way}>
        {children}
      </div>
    </>
  );
}
