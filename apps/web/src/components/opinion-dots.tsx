import { participationStates, type Locale, type OpinionDot } from '@consilium/contracts';
import { label, useLocale } from '../lib/i18n';
import { timeLeft, useNow } from '../lib/time';
import { useSharedText } from './texts';
import styles from './opinion-dots.module.css';

/** What a dot looks like. Circles are on track, squares ask to act now. */
export type DotLook = 'given' | 'drafting' | 'waiting' | 'stale' | 'due' | 'overdue' | 'waived' | 'proposed';

/** The look of one department's opinion at a moment: what is owed turns into a square on its last day; what is to be confirmed again has one
 * square corner. */
export function dotLook(dot: Pick<OpinionDot, 'state' | 'dueAt'>, now: Date): DotLook {
  if (dot.state === 'GIVEN') return 'given';
  if (dot.state === 'WAIVED') return 'waived';
  if (dot.state === 'PROPOSED') return 'proposed';
  const tone = dot.dueAt === null ? 'neutral' : timeLeft(dot.dueAt, now).tone;
  if (tone !== 'neutral') return tone;
  if (dot.state === 'STALE') return 'stale';
  return dot.state === 'DRAFTING' ? 'drafting' : 'waiting';
}

function spoken(dot: OpinionDot, now: Date, locale: Locale, name: string): string {
  const look = dotLook(dot, now);
  const late = look === 'due' || look === 'overdue';
  const state = label(participationStates.labels[dot.state], locale);
  return late && dot.dueAt !== null ? `${name} ${timeLeft(dot.dueAt, now, locale).text}` : `${name} ${state}`;
}

/** One dot by itself, for legends. */
export function Dot({ look, text, ours = false }: { look: DotLook; text: string; ours?: boolean }) {
  return (
    <span aria-hidden="true" className={`${styles.dot} ${styles[look]} ${ours ? styles.ours : ''}`}>
      {text}
    </span>
  );
}

interface Props {
  dots: readonly OpinionDot[];
  /** The department whose dot is underlined. */
  ownDepartmentId?: string;
  now?: Date;
  /** Full names for the tooltip and for reading aloud; the single character where none is given. */
  nameOf?: (departmentId: string) => string | undefined;
}

function Dots({ dots, ownDepartmentId, now, nameOf }: Props & { now: Date }) {
  const t = useSharedText();
  const locale = useLocale();
  const said = dots.map((dot) => spoken(dot, now, locale, nameOf?.(dot.departmentId) ?? dot.label));
  const separator = locale === 'en-US' ? ', ' : '，';
  return (
    <span className={styles.dots}>
      <span className="visually-hidden">{`${t('opinions')}: ${said.join(separator)}`}</span>
      {dots.map((dot, index) => (
        <span key={dot.departmentId} title={said[index]} aria-hidden="true">
          <Dot look={dotLook(dot, now)} text={dot.label} ours={dot.departmentId === ownDepartmentId} />
        </span>
      ))}
    </span>
  );
}

function TickingDots(props: Props) {
  return <Dots {...props} now={useNow()} />;
}

/** Who has given an opinion and who has not, one character for each department in the centre's order. */
export function OpinionDots(props: Props) {
  return props.now === undefined ? <TickingDots {...props} /> : <Dots {...props} now={props.now} />;
}
