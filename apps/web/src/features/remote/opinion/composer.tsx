import { fieldProblems, stances, type DeidentifiedCase, type Stance } from '@consilium/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Kbd, ProblemAlert, SlaChip } from '../../../components';
import { ApiProblem, isProblem } from '../../../lib/api';
import { applyProblem } from '../../../lib/form-problems';
import { labelOf, useLabel } from '../../../lib/i18n';
import { formatNear } from '../../../lib/time';
import { sharedCaseQuery, useSubmitOpinion } from '../api';
import { useRemoteText } from '../locales';
import { formFieldOf, formOfOpinion, MOST_CHARACTERS, wordsOfForm, type OpinionForm } from '../opinion-form';
import { useDraftKeeper } from '../use-draft-keeper';
import { DraftLine } from './draft-line';
import { OtherOpinions } from './other-opinions';
import { QuestionBlock, StanceChoice } from './question-block';
import { SignDialog } from './sign-dialog';
import { useComposerKeys } from './use-composer-keys';
import styles from './opinion.module.css';

/** The expert's own opinion on one shared case: answers, stance, reason; kept as a draft, given with a signature. */
export function Composer({ shared }: { shared: DeidentifiedCase }) {
  const t = useRemoteText();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<OpinionForm>();
  const [initial] = useState(() => formOfOpinion(shared.myOpinion, shared.questions.length));
  const watched = Form.useWatch((values: OpinionForm) => values, { form, preserve: true }) as OpinionForm | undefined;
  const values = watched?.answers === undefined ? initial : watched;
  const submit = useSubmitOpinion(shared.px);
  const [signing, setSigning] = useState(false);
  const [sentence, setSentence] = useState<string>();

  const askAgain = () => void client.invalidateQueries({ queryKey: sharedCaseQuery(shared.px).queryKey });
  /** What stands in the form at this moment. */
  const typed = () => {
    const now = form.getFieldsValue(true) as Partial<OpinionForm>;
    return wordsOfForm(now.answers === undefined ? initial : { ...initial, ...now, answers: now.answers });
  };
  const { state, keeper } = useDraftKeeper({
    px: shared.px,
    version: shared.myOpinion?.version ?? 0,
    held: wordsOfForm(initial),
    typed,
    onClosed: askAgain,
  });
  const given = (shared.myOpinion?.revision ?? 0) > 0;
  const answered = wordsOfForm(values).answers.length;

  const begin = async () => {
    setSentence(undefined);
    submit.reset();
    try {
      await form.validateFields();
    } catch {
      const first = form.getFieldsError().find((field) => field.errors.length > 0);
      // antd types names by the shape of the values; this one comes from the form itself.
      if (first !== undefined)
        form.scrollToField(first.name as Parameters<typeof form.scrollToField>[0], { focus: true, block: 'center' });
      return;
    }
    setSigning(true);
  };
  /** Signs what is typed. Rejects with `signature/wrong-password`, which belongs to the dialog. */
  const sign = async (password: string) => {
    // An unsaved draft would otherwise arrive after the opinion and stand beside it.
    if (!(await keeper.keep())) {
      setSigning(false);
      return;
    }
    const words = typed();
    const { stance } = words;
    if (stance === null) return;
    try {
      const now = await submit.mutateAsync({ ...words, stance, version: keeper.version, password });
      keeper.settle(now.myOpinion?.version ?? keeper.version, words);
      setSigning(false);
      void message.success(t('submitted'));
    } catch (error) {
      if (isProblem(error, 'signature/wrong-password')) throw error;
      setSigning(false);
      if (error instanceof ApiProblem && error.status === 410) askAgain();
      setSentence(applyProblem(form, error, (path) => formFieldOf(path, words)));
    }
  };
  const takeTheirs = async () => {
    const fresh = await client.fetchQuery({ ...sharedCaseQuery(shared.px), staleTime: 0 });
    if (fresh.access === 'closed') return;
    const theirs = formOfOpinion(fresh.case.myOpinion, fresh.case.questions.length);
    form.setFieldsValue(theirs);
    keeper.settle(fresh.case.myOpinion?.version ?? 0, wordsOfForm(theirs));
  };
  useComposerKeys({ save: () => void keeper.keep(), submit: () => void begin(), busy: signing });

  return (
    <section className={styles.composer} aria-label={t('mine')}>
      <header className={styles.composerHead}>
        <h2>{t('mine')}</h2>
        <span className={styles.answered}>{t('answered', { n: answered, of: shared.questions.length })}</span>
        <span className={styles.due}>
          {given ? <GivenLine shared={shared} /> : <DueLine dueAt={shared.opinionDueAt} />}
        </span>
        <DraftLine state={state} />
      </header>
      <div className={styles.composerBody}>
        {given && <p className={styles.muted}>{t('revising')}</p>}
        {state.kind === 'conflict' && (
          <div className={styles.conflict} role="alert">
            <p>{t('draftConflict')}</p>
            <Button size="small" onClick={() => void keeper.goOnFrom(state.currentVersion)}>
              {t('draftKeepMine')}
            </Button>
            <Button size="small" onClick={() => void takeTheirs()}>
              {t('draftTakeTheirs')}
            </Button>
          </div>
        )}
        {state.kind === 'failed' && (
          <ProblemAlert error={state.error} title={t('draftFailed')} onRetry={() => void keeper.keep()} />
        )}
        {sentence !== undefined && <ProblemAlert error={submit.error} title={t('submitFailed')} sentence={sentence} />}
        <Form
          form={form}
          initialValues={initial}
          layout="vertical"
          requiredMark={false}
          disabled={submit.isPending}
          onValuesChange={() => keeper.noticeChange()}
          className={styles.form}
        >
          {shared.questions.map((question, index) => (
            <QuestionBlock
              key={question}
              index={index}
              question={question}
              answer={values.answers[index]?.answer}
              hasText={(values.answers[index]?.text ?? '').trim() !== ''}
            />
          ))}
          <Form.Item
            name="stance"
            label={t('stance')}
            rules={[{ required: true, message: labelOf(fieldProblems, 'required') }]}
          >
            <StanceChoice />
          </Form.Item>
          <Form.Item
            name="text"
            label={t('reasonWhole')}
            dependencies={['stance']}
            rules={[({ getFieldValue }) => reasonRule(getFieldValue('stance') as Stance | undefined)]}
          >
            <Input.TextArea
              autoSize={{ minRows: 3, maxRows: 12 }}
              maxLength={MOST_CHARACTERS}
              placeholder={t('reasonHint')}
            />
          </Form.Item>
          <Form.Item name="needs" label={t('needs')}>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 6 }}
              maxLength={MOST_CHARACTERS}
              placeholder={t('needsHint')}
            />
          </Form.Item>
        </Form>
        <OtherOpinions shared={shared} given={given} />
      </div>
      <footer className={styles.composerFoot}>
        <Button onClick={() => void keeper.keep()} loading={state.kind === 'saving'}>
          {t('saveDraft')} <Keys keys={['Ctrl', 'S']} />
        </Button>
        <Button type="primary" onClick={() => void begin()}>
          {given ? t('resubmit') : t('submit')} <Keys keys={['Ctrl', 'Enter']} />
        </Button>
      </footer>
      <SignDialog
        open={signing}
        unanswered={shared.questions.length - answered}
        onSign={sign}
        onCancel={() => setSigning(false)}
      />
    </section>
  );
}

/** An opposing opinion stands in the decision as dissent, so its reason has a sentence of its own. */
function reasonRule(stance: Stance | undefined) {
  return {
    required: true,
    whitespace: true,
    message: labelOf(fieldProblems, stance === 'oppose' ? 'reason-required' : 'required'),
  };
}

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className={styles.keys} aria-hidden="true">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  );
}

function DueLine({ dueAt }: { dueAt: string }) {
  const t = useRemoteText();
  return (
    <>
      {t('dueAt', { at: formatNear(dueAt) })} <SlaChip dueAt={dueAt} />
    </>
  );
}

function GivenLine({ shared }: { shared: DeidentifiedCase }) {
  const t = useRemoteText();
  const { myOpinion } = shared;
  if (myOpinion === null || myOpinion.submittedAt === null) return null;
  return (
    <span className={styles.given}>
      {t('revisionGiven', { n: myOpinion.revision, at: formatNear(myOpinion.submittedAt) })}
    </span>
  );
}

/** An opinion that can no longer be changed, as it was given. */
export function ClosedOpinion({ shared }: { shared: DeidentifiedCase }) {
  const t = useRemoteText();
  const label = useLabel();
  const { myOpinion } = shared;
  const given = myOpinion !== null && myOpinion.revision > 0;
  return (
    <section className={styles.composer} aria-label={t('mine')}>
      <header className={styles.composerHead}>
        <h2>{t('mine')}</h2>
        <span className={styles.due}>{given && <GivenLine shared={shared} />}</span>
      </header>
      <div className={styles.composerBody}>
        <p className={styles.blind}>{t('closedForOpinion')}</p>
        {given && myOpinion.stance !== null ? (
          <>
            <p>
              <strong>{label(stances.labels[myOpinion.stance])}</strong>
            </p>
            <p className={styles.clinical}>{myOpinion.text}</p>
          </>
        ) : (
          <p>{t('noOpinionGiven')}</p>
        )}
        <OtherOpinions shared={shared} given={given} />
      </div>
    </section>
  );
}
