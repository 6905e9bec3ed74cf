import styles from './parts.module.css';

/** Short facts beside each other. */
export function Lines({ lines, label }: { lines: readonly string[]; label?: string }) {
  if (lines.length === 0) return null;
  return (
    <ul className={styles.lines} aria-label={label}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
