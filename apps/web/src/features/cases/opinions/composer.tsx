import { opinionContent, type CaseView, type OpinionView } from '@consilium/contracts';
import { App, Button, Form } from 'antd';
import { PenLine } from 'lucide-react';
import { useCallback, useState, type KeyboardEvent } from 'react';
import { Kbd, ProblemAlert, SlaChip } from '../../../components';
import { isProblem } from '../../../lib/api';
import { fieldName } from '../../../lib/form-problems';
import { useLocale } from '../../../lib/i18n';
import { useSubmitOpinion } from '../api';
import { ConflictPanel } from '../case/conflict-panel';
import { problemSentence, problemsOf, type FieldProblem } from '../field-problems';
import { focusField } from '../focus-field';
import { useTexts } from '../locales';
import { useRefusal } from '../use-refusal';
import { QuestionFields, StanceFields } from './composer-fields';
import { DraftLine } from './draft-line';
import { bodyOf, placeInComposer, wordsOf, type OpinionWords } from './opinion-words';
import { WordsOfOpinion } from './words-of-opinion';
import { Reconfirm } from './reconfirm';
import { StaleNotice } from './stale-notice';
import { useDraft } from './use-draft';
import styles from './opinions.module.css';

const FORM = 'opinion';

interface ComposerProps {
  view: CaseView;
  departmentId: string;
  /** The department's opinion as the server holds it: a draft, or what was submitted. */
  opinion: OpinionView | undefined;
  onSubmitted: () => void;
}

/** What keeps an opinion from being given. Opposing without words is a missing reason, not just an empty field. */
function problemsOfOpinion(words: OpinionWords): FieldProblem[] {
  return problemsOf(opinionContent, bodyOf(words)).map((problem) =>
    problem.path[0] === 'text' && problem.code === 'required' && words.stance === 'oppose'
      ? { ...problem, code: 'reason-required' }
      : problem,
  );
}

/** Where a department writes its opinion. The draft keeps itself; Ctrl+Enter submits. */
export function Composer({ view, departmentId, opinion, onSubmitted }: ComposerProps) {
  const t = useTexts();
  const locale = useLocale();
  const { message } = App.useApp();
  const [form] = Form.useForm<OpinionWords>();
  const { questions } = view.clinical;
  const [words, setWords] = useState(() => wordsOf(opinion, questions.length));
  const submission = useSubmitOpinion(view.caseNo);
  const { refusal, refuse, clear } = useRefusal(form, submission.isPending);

  const show = useCallback(
    (newer: OpinionView | undefined) => {
      const shown = wordsOf(newer, questions.length);
      form.setFieldsValue(shown);
      setWords(shown);
      return shown;
    },
    [form, questions.length],
  );
  const draft = useDraft({ caseNo: view.caseNo, departmentId, opinion, words, onNewer: show });

  const submit = async () => {
    const now = form.getFieldsValue(true) as OpinionWords;
    const found = problemsOfOpinion(now);
    if (found.length > 0) {
      const fields = found.map((problem) => ({
        name: placeInComposer(problem.path, now),
        errors: [problemSentence(problem, locale)],
      }));
      form.setFields(fields as Parameters<typeof form.setFields>[0]);
      focusField(FORM, fields[0]?.name ?? []);
      return;
    }
    clear();
    const version = await draft.close();
    submission.mutate(
      { departmentId, body: { ...opinionContent.parse(bodyOf(now)), version } },
      {
        onSuccess: () => {
          void message.success(t('opinionSubmitted'));
          onSubmitted();
        },
        onError: (error) => {
          draft.reopen();
          if (isProblem(error, 'object/stale')) draft.stop(error);
          else refuse(error, (path) => placeInComposer(fieldName(path), now));
        },
      },
    );
  };

  const presentVersion = (error: unknown) =>
    Math.max(opinion?.version ?? 0, isProblem(error, 'object/stale') ? (error.problem.currentVersion ?? 0) : 0);
  const conflict = draft.state.kind === 'conflict' ? draft.state.error : null;
  const revision = opinion?.revision ?? 0;
  const dueAt = view.round.participations.find((one) => one.departmentId === departmentId)?.dueAt ?? null;
  const submitByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!submission.isPending && conflict === null) void submit();
  };

  return (
    <Form
      form={form}
      name={FORM}
      layout="vertical"
      className={styles.composer}
      aria-label={t('composerTitle')}
      initialValues={words}
      disabled={submission.isPending}
      onValuesChange={(changed: Partial<OpinionWords>) => {
        setWords(structuredClone(form.getFieldsValue(true) as OpinionWords));
        const names = Object.keys(changed) as (keyof OpinionWords)[];
        form.setFields(names.map((name) => ({ name, errors: [] })));
      }}
      onKeyDown={submitByKey}
    >
      <header>
        <h3>
          <PenLine size={15} aria-hidden="true" /> {revision > 0 ? t('composerReviseTitle') : t('composerTitle')}
        </h3>
        {dueAt !== null && revision === 0 && <SlaChip dueAt={dueAt} />}
        <DraftLine state={draft.state} />
      </header>
      {conflict !== null && (
        <ConflictPanel
          error={conflict}
          isSending={submission.isPending}
          mine={<WordsOfOpinion words={words} questions={questions} />}
          theirs={<WordsOfOpinion words={wordsOf(opinion, questions.length)} questions={questions} />}
          onKeepMine={() => draft.keepMine(presentVersion(conflict))}
          onTakeTheirs={() => draft.takeTheirs(presentVersion(conflict), show(opinion))}
        />
      )}
      {opinion !== undefined && revision > 0 && (
        <StaleNotice evidence={opinion.newEvidence}>
          <Reconfirm view={view} departmentId={departmentId} version={opinion.version} />
        </StaleNotice>
      )}
      {revision > 0 && <p className={styles.note}>{t('composerReviseNote', { number: revision })}</p>}
      <QuestionFields questions={questions} disabled={submission.isPending} />
      <StanceFields disabled={submission.isPending} isOpposing={words.stance === 'oppose'} />
      {refusal !== null && <ProblemAlert {...refusal} />}
      <footer>
        <Button
          type="primary"
          block
          loading={submission.isPending}
          disabled={conflict !== null}
          onClick={() => void submit()}
        >
          {revision > 0 ? t('submitRevision') : t('submitOpinion')}{' '}
          <span>
            <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
          </span>
        </Button>
      </footer>
    </Form>
  );
}
