import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** Width of an A3 sheet across, less its margins, in CSS pixels. */
const PAPER_WIDTH = 1500;
/** Where an element has no width, as before the first layout. */
const ASSUMED_WIDTH = 960;

let printing = false;
function subscribe(listener: () => void): () => void {
  const turn = (now: boolean) => () => {
    printing = now;
    // The browser takes the picture right after this event: the wide chart must be in the document by then.
    flushSync(listener);
  };
  const before = turn(true);
  const after = turn(false);
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}

/** The width in CSS pixels that an element offers a chart beside `reserved` pixels: its own on the screen, the sheet's on paper. */
export function useChartWidth<E extends HTMLElement>(reserved: number): { ref: RefObject<E | null>; width: number } {
  const ref = useRef<E>(null);
  const [measured, setMeasured] = useState(0);
  const onPaper = useSyncExternalStore(subscribe, () => printing);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = () => setMeasured(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  if (onPaper) return { ref, width: PAPER_WIDTH - reserved };
  return { ref, width: Math.max(0, (measured === 0 ? ASSUMED_WIDTH : measured) - reserved) };
}
