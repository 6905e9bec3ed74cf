import type { AgendaItem, CaseView, SessionView } from '@consilium/contracts';
import { ProblemAlert, RowsSkeleton } from '../../../components';
import { useText } from '../locales';
import type { RecordKeeper } from '../record/record-keeper';
import { useSeats } from '../record/seats';
import { useRecord } from '../record/use-record';
import { CaseHead } from './case-head';
import { CaseMaterial } from './case-material';
import styles from './case.module.css';
import { OpinionCards } from './opinion-cards';
import { Questions } from './questions';

interface Props {
  session: SessionView;
  item: AgendaItem;
  /** Null where this person may not read the case, undefined while loading. */
  discussed: CaseView | null | undefined;
  error: unknown;
  onRetry: () => void;
  keeper: RecordKeeper;
  question: number | undefined;
  onQuestion: (question: number | undefined) => void;
  onStep: (by: -1 | 1) => void;
  hasPrevious: boolean;
  hasNext: boolean;
}

/** The case in the middle of the live session: who, what is asked, what it rests on, what was written. */
export function CasePanel(props: Props) {
  const t = useText();
  const { session, item, keeper, question } = props;
  const discussed = props.discussed ?? undefined;
  const { draft } = useRecord(keeper, item);
  const seats = useSeats(session, item, props.discussed, draft);
  const opinions = discussed?.round.opinions.filter((opinion) => opinion.state === 'SUBMITTED') ?? [];
  return (
    <article className={styles.case} aria-label={t('discussedCase', { caseNo: item.caseNo })}>
      <CaseHead
        item={item}
        discussed={discussed}
        onStep={props.onStep}
        hasPrevious={props.hasPrevious}
        hasNext={props.hasNext}
      />
      {/* What the agenda knows stays on the screen even where the case itself cannot be read. */}
      <Questions questions={item.questions} opinions={opinions} chosen={question} onChoose={props.onQuestion} />
      {props.error !== null && <ProblemAlert error={props.error} title={t('caseFailed')} onRetry={props.onRetry} />}
      {props.discussed === undefined && <RowsSkeleton rows={5} rowHeight={56} />}
      {discussed !== undefined && <CaseMaterial discussed={discussed} />}
      <OpinionCards seats={seats} draft={draft} question={question} hidden={discussed?.round.hiddenOpinions ?? 0} />
    </article>
  );
}
