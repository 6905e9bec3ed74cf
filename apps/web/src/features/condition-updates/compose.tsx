import { newsSeverities, newsSources, type NewsSeverity, type NewsSource } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../components';
import { isProblem } from '../../lib/api';
import { useLabel } from '../../lib/i18n';
import { useRefusal } from '../../lib/use-refusal';
import { recentCasesQuery, useWriteNews } from './api';
import styles from './news.module.css';
import { useTexts } from './locales';

const UNGRADED = '';
interface Values {
  caseNo: string;
  text: string;
  source: NewsSource;
  severity: NewsSeverity | typeof UNGRADED;
}

const CASE_NO = /^[A-Z]\d{2}-\d{4,6}$/;

/** One sentence about a patient, in twenty seconds from a phone: which case, what, from whom, how grave. */
export function Compose({ caseNo = '' }: { caseNo?: string }) {
  const t = useTexts();
  const l = useLabel();
  const [form] = Form.useForm<Values>();
  const [isSent, setSent] = useState(false);
  const write = useWriteNews();
  const { refusal, refuse, clear } = useRefusal(form, write.isPending);
  const required = { required: true, whitespace: true, message: t('required') };
  const submit = ({ caseNo: of, severity, ...body }: Values) => {
    clear();
    setSent(false);
    write.mutate(
      { caseNo: of, body: { ...body, severity: severity === UNGRADED ? null : severity } },
      {
        onSuccess: () => {
          form.resetFields();
          setSent(true);
        },
        onError: (error) => {
          if (isProblem(error, 'object/not-found') || isProblem(error, 'access/denied'))
            form.setFields([{ name: 'caseNo', errors: [t('noCase', { caseNo: of })] }]);
          else refuse(error);
        },
      },
    );
  };
  return (
    <section className={styles.compose} aria-labelledby="compose-news">
      <h2 id="compose-news">{t('compose')}</h2>
      <Form<Values>
        form={form}
        name="news"
        layout="vertical"
        aria-labelledby="compose-news"
        requiredMark={false}
        disabled={write.isPending}
        initialValues={{ caseNo, text: '', source: 'FAMILY', severity: UNGRADED }}
        onFinish={submit}
        onValuesChange={() => setSent(false)}
      >
        <RecentCases
          onChoose={(chosen) => {
            form.setFieldValue('caseNo', chosen);
            form.setFields([{ name: 'caseNo', errors: [] }]);
          }}
        />
        <Form.Item
          name="caseNo"
          label={t('caseNo')}
          normalize={(typed: string) => typed.trim().toUpperCase()}
          validateTrigger="onSubmit"
          rules={[{ required: true, pattern: CASE_NO, message: t('caseNoInvalid') }]}
        >
          <Input maxLength={10} autoComplete="off" className={styles.caseNo} />
        </Form.Item>
        <Form.Item name="text" label={t('text')} rules={[required]}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} placeholder={t('textHint')} />
        </Form.Item>
        <Form.Item name="source" label={t('source')}>
          <Radio.Group
            optionType="button"
            className={styles.choices}
            options={newsSources.schema.options.map((value) => ({ value, label: l(newsSources.labels[value]) }))}
          />
        </Form.Item>
        <Form.Item name="severity" label={t('severity')}>
          <Radio.Group
            optionType="button"
            className={styles.choices}
            options={[
              { value: UNGRADED, label: t('ungraded') },
              ...newsSeverities.schema.options.map((value) => ({ value, label: l(newsSeverities.labels[value]) })),
            ]}
          />
        </Form.Item>
        {refusal !== null && <ProblemAlert error={refusal.error} sentence={refusal.sentence} />}
        <Button type="primary" htmlType="submit" block loading={write.isPending} className={styles.tap}>
          {t('send')}
        </Button>
        {isSent && <output className={styles.sent}>{t('sent')}</output>}
      </Form>
    </section>
  );
}

/** Cases the person is likely to write of: one tap instead of ten characters. */
function RecentCases({ onChoose }: { onChoose: (caseNo: string) => void }) {
  const t = useTexts();
  const recent = useQuery(recentCasesQuery);
  const chosen = Form.useWatch<string>('caseNo');
  if (recent.isError)
    return <ProblemAlert error={recent.error} title={t('recentFailed')} onRetry={() => void recent.refetch()} />;
  return (
    <div role="group" aria-label={t('recent')} className={styles.recent} aria-busy={recent.isPending}>
      {recent.data?.items.map((one) => (
        <button
          key={one.caseNo}
          type="button"
          aria-pressed={chosen === one.caseNo}
          onClick={() => onChoose(one.caseNo)}
        >
          <strong>{one.caseNo}</strong> {one.maskedName}
        </button>
      ))}
    </div>
  );
}
