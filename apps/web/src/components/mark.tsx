const around = [
  [16, 7.5],
  [23, 11.5],
  [23, 20],
  [16, 24.5],
  [9, 20],
  [9, 11.5],
] as const;

/** The product's mark: departments around one case. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--b700)" />
      {around.map(([x, y]) => (
        <circle key={`${x}-${y}`} cx={x} cy={y} r="2" fill="#fff" />
      ))}
      <circle cx="16" cy="16" r="3" fill="var(--due-l)" />
    </svg>
  );
}
