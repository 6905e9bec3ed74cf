import { useEffect, useState } from 'react';

const SHOWN_MS = 60_000;

/**
 * What is shown for a minute by a deliberate act, e.g. who the patient is: it is gone when the window loses the focus, is hidden, or shows
 * something else. `key` names what it belongs to.
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
    const timer = setTimeout(mask, SHOWN_MS);
    window.addEventListener('blur', mask);
    document.addEventListener('visibilitychange', maskWhenHidden);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', mask);
      document.removeEventListener('visibilitychange', maskWhenHidden);
    };
  }, [isShown]);
  return {
    content: shown?.key === key ? shown.content : null,
    show: (content: Content) => setShown({ key, content }),
    mask: () => setShown(null),
  };
}
