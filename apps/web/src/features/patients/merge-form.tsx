import { recordConflicts, type PatientComparison, type RecordConflict } from '@consilium/contracts';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../components';
import { useLabel } from '../../lib/i18n';
import { applyProblem } from '../../lib/form-problems';
import { useCompare, useMerge } from './api';
import { usePatientTexts } from './locales';
import styles from './patients.module.css';
import { RecordCard } from './record-card';

interface Pair {
  keep: string;
  join: string;
}

const caseNoTyped = (typed: string) => typed.replace(/\s/g, '').toUpperCase();

/** Two case numbers, what stands behind them side by side, and joining the two records. */
export function MergeForm() {
  const t = usePatientTexts();
  const [form] = Form.useForm<Pair>();
  const compare = useCompare();
  const [compared, setCompared] = useState<{ pair: Pair; comparison: PatientComparison } | null>(null);
  const [refusal, setRefusal] = useState<{ error: unknown; sentence: string }>();
  const [moved, setMoved] = useState<number | null>(null);
  const begin = async (pair: Pair) => {
    setRefusal(undefined);
    setCompared(null);
    setMoved(null);
    try {
      setCompared({ pair, comparison: await compare.mutateAsync(pair) });
    } catch (error) {
      const sentence = applyProblem(form, error);
      setRefusal(sentence === undefined ? undefined : { error, sentence });
    }
  };
  return (
    <section className={styles.panel} aria-labelledby="merge-pick">
      <h2 id="merge-pick">{t('pickTitle')}</h2>
      <p className={styles.note}>{t('pickNote')}</p>
      <Form<Pair>
        form={form}
        name="patient-pair"
        layout="vertical"
        requiredMark={false}
        className={styles.pair}
        initialValues={{ keep: '', join: '' }}
        onFinish={(pair) => void begin(pair)}
      >
        <Form.Item name="keep" label={t('keep')} normalize={caseNoTyped}>
          <Input autoComplete="off" placeholder="P26-0187" maxLength={10} />
        </Form.Item>
        <Form.Item name="join" label={t('join')} normalize={caseNoTyped}>
          <Input autoComplete="off" placeholder="P26-0211" maxLength={10} />
        </Form.Item>
        <Button type={compared === null ? 'primary' : 'default'} htmlType="submit" loading={compare.isPending}>
          {t('compare')}
        </Button>
      </Form>
      {refusal !== undefined && (
        <ProblemAlert error={refusal.error} title={t('compareFailed')} sentence={refusal.sentence} />
      )}
      {compared !== null && (
        <Compared
          key={`${compared.pair.keep} ${compared.pair.join}`}
          {...compared}
          onMerged={(count) => {
            setCompared(null);
            setMoved(count);
            form.resetFields();
          }}
        />
      )}
      {moved !== null && <output className={styles.done}>{t('merged', { count: moved })}</output>}
    </section>
  );
}

function Compared({
  pair,
  comparison: { kept, joined, conflicts },
  onMerged,
}: {
  pair: Pair;
  comparison: PatientComparison;
  onMerged: (cases: number) => void;
}) {
  const t = usePatientTexts();
  const l = useLabel();
  const [form] = Form.useForm<{ reason: string }>();
  const merge = useMerge();
  const [confirmed, setConfirmed] = useState<RecordConflict[]>([]);
  const [refusal, setRefusal] = useState<{ error: unknown; sentence: string }>();
  const send = async ({ reason }: { reason: string }) => {
    setRefusal(undefined);
    try {
      const seenCaseNos = joined.cases.map(({ caseNo }) => caseNo);
      await merge.mutateAsync({ ...pair, reason, confirmed, seenCaseNos });
      onMerged(seenCaseNos.length);
    } catch (error) {
      const sentence = applyProblem(form, error);
      setRefusal(sentence === undefined ? undefined : { error, sentence });
    }
  };
  return (
    <>
      <div className={styles.records}>
        <RecordCard title={t('kept')} record={kept} />
        <RecordCard title={t('joined')} record={joined} />
      </div>
      {conflicts.length === 0 ? (
        <p className={styles.note}>{t('noConflicts')}</p>
      ) : (
        <fieldset className={styles.conflicts}>
          <legend>{t('conflictsTitle')}</legend>
          {conflicts.map((conflict) => (
            <Checkbox
              key={conflict}
              checked={confirmed.includes(conflict)}
              onChange={({ target }) =>
                setConfirmed(target.checked ? [...confirmed, conflict] : confirmed.filter((one) => one !== conflict))
              }
            >
              {t('confirmConflict', { name: l(recordConflicts.labels[conflict]) })}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <Form
        form={form}
        name="patient-merge"
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason: '' }}
        onFinish={(values) => void send(values)}
      >
        <Form.Item name="reason" label={t('reason')}>
          <Input autoComplete="off" maxLength={300} placeholder={t('reasonHint')} />
        </Form.Item>
        {refusal !== undefined && (
          <ProblemAlert error={refusal.error} title={t('mergeFailed')} sentence={refusal.sentence} />
        )}
        <Button
          type="primary"
          htmlType="submit"
          loading={merge.isPending}
          disabled={conflicts.some((conflict) => !confirmed.includes(conflict))}
        >
          {t('merge')}
        </Button>
      </Form>
    </>
  );
}
