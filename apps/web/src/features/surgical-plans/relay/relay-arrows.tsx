import { useId } from 'react';
import { CIRCLE_RADIUS, type Handover } from '../handover-layout';
import styles from './relay.module.css';

/** The hand-overs over the bars. Decorative: the table of stages says which stage follows which. */
export function RelayArrows({
  handovers,
  width,
  height,
}: {
  handovers: readonly Handover[];
  width: number;
  height: number;
}) {
  const tip = useId();
  return (
    <svg className={styles.arrows} width={width} height={height} aria-hidden="true">
      <defs>
        <marker
          id={tip}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8Z" className={styles.arrowTip} />
        </marker>
      </defs>
      {handovers.map(
        (handover) =>
          handover.path !== '' && (
            <g key={`${handover.from}-${handover.to}`}>
              <path d={handover.path} className={styles.arrowHalo} />
              <path d={handover.path} className={styles.arrow} markerEnd={`url(#${tip})`} />
            </g>
          ),
      )}
      {handovers.map(({ from, to, number, circle }) => (
        <g key={`${from}-${to}`} transform={`translate(${circle.x} ${circle.y})`}>
          <circle r={CIRCLE_RADIUS} className={styles.circle} />
          <text className={styles.number} textAnchor="middle" dominantBaseline="central">
            {number}
          </text>
        </g>
      ))}
    </svg>
  );
}
