import { fill, problems, type AgendaItem, type CaseView, type SessionView } from '@consilium/contracts';
import { Button } from 'antd';
import { Clock, PenLine, Play, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Kbd, ProblemAlert } from '../../../components';
import { ApiProblem } from '../../../lib/api';
import { sentenceOf } from '../../../lib/form-problems';
import { useLabel } from '../../../lib/i18n';
import { useConclude, useOpenItem } from '../api';
import { useLiveKeys } from '../live/use-live-keys';
import { useText } from '../locales';
import { useStaffName } from '../staff-names';
import { DeferDialog } from './defer-dialog';
import { DIRECTIONS } from './direction-choice';
import { RecordConflict } from './record-conflict';
import { gapsOf } from './record-draft';
import { RecordForm } from './record-form';
import type { RecordKeeper } from './record-keeper';
import { RecordRead } from './record-read';
import styles from './record.module.css';
import { SavedIndicator } from './saved-indicator';
import { useSeats } from './seats';
import { SignDialog } from './sign-dialog';
import { useRecord } from './use-record';

const focus = (id: string) => document.getElementById(id)?.focus();
const GAP_AT = {
  direction: 'record-direction',
  summary: 'record-consensus',
  stances: 'record-stances',
  dissent: 'record-dissent',
  override: 'record-stances',
  actions: 'record-action',
} as const;

/** Parts of the record as the API's field paths begin. */
const PARTS = {
  direction: 'direction',
  summary: 'consensusText',
  stances: 'stances',
  recommendations: 'actions',
  consensusOverride: 'override',
} as const;

/** A refusal with the part of the record each field error belongs to. */
function useRefusedParts(): (error: unknown) => string {
  const t = useText();
  return (error) => {
    const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
    const parts = errors.map(({ field, message }) => {
      const part = Object.entries(PARTS).find(([name]) => field === name || field.startsWith(`${name}.`))?.[1];
      return part === undefined ? message : t('partRefused', { part: t(part), message });
    });
    return [sentenceOf(error), ...new Set(parts)].join(' ');
  };
}

interface Props {
  session: SessionView;
  item: AgendaItem;
  /** Null where this person may not read the case, undefined while loading. */
  discussed: CaseView | null | undefined;
  keeper: RecordKeeper;
  /** Goes on to what is discussed next. */
  onNext: () => void;
}

/** The record of the case on the right of the live session: written by the recorder, concluded, and signed by the chair. */
export function RecordPanel({ session, item, discussed, keeper, onNext }: Props) {
  const t = useText();
  const label = useLabel();
  const refusedParts = useRefusedParts();
  const staff = useStaffName();
  const record = useRecord(keeper, item);
  const seats = useSeats(session, item, discussed, record.draft);
  const conclude = useConclude(session.id);
  const open = useOpenItem(session.id);
  const [layer, setLayer] = useState<'sign' | 'defer'>();
  const [showGaps, setShowGaps] = useState(false);
  const may = (action: AgendaItem['availableActions'][number]) => item.availableActions.includes(action);
  const writes = may('record');
  const concludes = item.state === 'OPEN' && (may('conclude') || (writes && !item.quorum.met));
  const gaps = gapsOf(record.draft);
  const missing = item.quorum.lines.filter((line) => !line.met).map((line) => label(line.label));
  const recorder = session.members.find((member) => member.personId === session.recorderId)?.name ?? '';

  const finish = async () => {
    const first = gaps[0];
    setShowGaps(gaps.length > 0);
    if (first !== undefined) {
      focus(GAP_AT[first]);
      return;
    }
    if (!(await keeper.flush(item))) return;
    // Keeping the record may have moved the item's version on; the present one is what is concluded.
    await conclude.mutateAsync({ itemId: item.id, version: keeper.versionOf(item) });
    onNext();
  };
  const tryFinish = () => {
    // Its refusal is shown below by the mutation itself.
    if (concludes && item.quorum.met && !conclude.isPending) finish().catch(() => undefined);
  };
  const toSign = async () => {
    // What is signed is what is kept: a correction of this moment goes first.
    if (await keeper.flush(item)) setLayer('sign');
  };
  useLiveKeys({
    'Ctrl+Enter': tryFinish,
    'Ctrl+NumpadEnter': tryFinish,
    ...(may('defer') ? { KeyY: () => setLayer('defer') } : {}),
    ...(writes
      ? {
          KeyG: () => focus('record-consensus'),
          KeyV: () => focus('record-stances'),
          KeyD: () => focus('record-dissent'),
          KeyA: () => focus('record-action'),
          ...Object.fromEntries(
            DIRECTIONS.map((direction, index) => [
              `Digit${index + 1}`,
              () => keeper.change(item, (draft) => ({ ...draft, direction })),
            ]),
          ),
        }
      : {}),
  });

  return (
    <section className={styles.panel} aria-label={t('record')}>
      <header className={styles.head}>
        <h2>{t('record')}</h2>
        <span className={styles.muted}>{t('recordedBy', { name: staff(recorder) })}</span>
        {writes && <SavedIndicator state={record.state} />}
      </header>
      <div className={styles.body}>
        {record.state.kind === 'conflict' && (
          <RecordConflict
            item={item}
            mine={record.draft}
            error={record.state.error}
            onSettle={(choice) => keeper.settle(item, choice)}
          />
        )}
        {record.state.kind === 'failed' && (
          <ProblemAlert error={record.state.error} sentence={refusedParts(record.state.error)} />
        )}
        {writes ? (
          <RecordForm
            sessionId={session.id}
            item={item}
            record={record}
            seats={seats}
            wishes={discussed?.clinical.wishes}
            onChange={(patch) => keeper.change(item, patch)}
          />
        ) : (
          <RecordRead decision={item.decision} seats={seats} />
        )}
      </div>
      <footer className={styles.foot}>
        {concludes && !item.quorum.met && (
          <p className={styles.blocked} id="conclude-blocked" role="alert">
            <TriangleAlert size={14} aria-hidden="true" />
            {fill(label(problems['quorum/missing']), { missing: missing.join(t('listSeparator')) })}
          </p>
        )}
        {showGaps && gaps.length > 0 && (
          <p className={styles.blocked} role="alert">
            <PenLine size={14} aria-hidden="true" />
            {t('gaps', { gaps: gaps.map((gap) => t(`gap-${gap}`)).join(t('listSeparator')) })}
          </p>
        )}
        <ProblemAlert error={conclude.error ?? open.error} />
        <div className={styles.footActs}>
          {may('defer') && (
            <Button size="large" icon={<Clock size={15} aria-hidden="true" />} onClick={() => setLayer('defer')}>
              {t('defer')} <Kbd>Y</Kbd>
            </Button>
          )}
          {may('open') && (
            <Button
              type="primary"
              size="large"
              className={styles.mainAct}
              loading={open.isPending}
              icon={<Play size={15} aria-hidden="true" />}
              onClick={() => open.mutate({ itemId: item.id, version: item.version }, { onSuccess: onNext })}
            >
              {t('openItem')}
            </Button>
          )}
          {concludes && (
            <Button
              type="primary"
              size="large"
              className={styles.mainAct}
              disabled={!item.quorum.met}
              loading={conclude.isPending}
              aria-describedby={item.quorum.met ? undefined : 'conclude-blocked'}
              onClick={tryFinish}
            >
              {t('concludeNext')} <Kbd>Ctrl</Kbd>
              <Kbd>Enter</Kbd>
            </Button>
          )}
          {may('sign') && (
            <Button type="primary" size="large" className={styles.mainAct} onClick={() => void toSign()}>
              {t('sign')}
            </Button>
          )}
        </div>
      </footer>
      {layer === 'sign' && (
        <SignDialog session={session} item={item} seats={seats} onClose={() => setLayer(undefined)} />
      )}
      {layer === 'defer' && (
        <DeferDialog session={session} item={item} onClose={() => setLayer(undefined)} onDeferred={onNext} />
      )}
    </section>
  );
}
