import { Keyboard, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Kbd } from './kbd';
import { useSharedText } from './texts';
import styles from './status-bar.module.css';

const STORAGE_KEY = 'consilium.status-bar';

function rememberedHidden(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'hidden';
  } catch {
    return false;
  }
}

export interface KeyHint {
  keys: readonly string[];
  text: string;
}

/** The foot of a work screen: legend on the left, keys on the right. It can be hidden, and stays so on this computer. */
export function StatusBar({ legend, keys = [] }: { legend?: ReactNode; keys?: readonly KeyHint[] }) {
  const t = useSharedText();
  const [hidden, setHidden] = useState(rememberedHidden);
  const toggle = () => {
    const next = !hidden;
    setHidden(next);
    try {
      localStorage.setItem(STORAGE_KEY, next ? 'hidden' : 'shown');
    } catch {
      // Forbidden storage costs only the memory of the choice.
    }
  };
  if (hidden) {
    return (
      <button type="button" className={styles.show} aria-label={t('keysShow')} title={t('keysShow')} onClick={toggle}>
        <Keyboard size={15} aria-hidden="true" />
      </button>
    );
  }
  return (
    <footer className={styles.bar}>
      <div className={styles.legend}>{legend}</div>
      <ul className={styles.keys}>
        {keys.map((hint) => (
          <li key={hint.text}>
            {hint.keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
            <span>{hint.text}</span>
          </li>
        ))}
      </ul>
      <button type="button" className={styles.hide} aria-label={t('keysHide')} title={t('keysHide')} onClick={toggle}>
        <X size={13} aria-hidden="true" />
      </button>
    </footer>
  );
}
