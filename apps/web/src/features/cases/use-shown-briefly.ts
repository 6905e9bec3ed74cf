import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const SHOWN_MS = 60_000;

/**
 * What is shown for a minute by a deliberate act, e.g. who the patient is: it is gone when the window loses the focus, is hidden, is
 * printed, or shows something else. `key` names what it belongs to.
 */
export function useShownBriefly<Content>(key: string) {
  const [shown, setShown] = useState<{ key: string; content: Content } | null>(null);
  const isShown = shown !== null;
  useEffect(() => {
    if (!isShown) return undefined;
    const mask = () => setShown(null);
    const maskWhenHidden = () => {
      if (document.visibilityState === 'hidden') mask();
    };
    // The page is printed as it stands when this returns.
    const maskOnPaper = () => flushSync(mask);
    const timer = setTimeout(mask, SHOWN_MS);
    window.addEventListener('blur', mask);
    window.addEventListener('beforeprint', maskOnPaper);
    document.addEventListener('visibilitychange', maskWhenHidden);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', mask);
      window.removeEventListener('beforeprint', maskOnPaper);
      document.removeEventListener('visibilitychange', maskWhenHidden);
    };
  }, [isShown]);
  return {
    content: shown?.key === key ? shown.content : null,
    show: (content: Content) => setShown({ key, content }),
    mask: () => setShown(null),
  };
}
