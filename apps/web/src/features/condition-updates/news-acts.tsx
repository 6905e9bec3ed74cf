import { fieldProblems, newsSeverities, type NewsSeverity, type NewsView } from '@consilium/contracts';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../components';
import { FormDialog } from '../../components/form-dialog';
import { useLabel } from '../../lib/i18n';
import { useNewsAct } from './api';
import { Acknowledge } from './news-row';
import styles from './news.module.css';
import { useTexts } from './locales';

/** What is open to this person now; the next step first. */
export function NewsActs({ news }: { news: NewsView }) {
  const t = useTexts();
  const [verb, setVerb] = useState<'act' | 'close'>();
  const { availableActions } = news;
  if (availableActions.length === 0) return null;
  return (
    <div className={styles.buttons}>
      {availableActions.includes('acknowledge') && <Acknowledge item={news} />}
      {(['close', 'act'] as const)
        .filter((action) => availableActions.includes(action))
        .map((action, place) => (
          <Button
            key={action}
            type={place === 0 ? 'primary' : 'default'}
            className={styles.tap}
            onClick={() => setVerb(action)}
          >
            {t(`do_${action}`)}
          </Button>
        ))}
      {availableActions.includes('triage') && <Grade news={news} />}
      {verb === 'act' && availableActions.includes('act') && <Act news={news} onClose={() => setVerb(undefined)} />}
      {verb === 'close' && availableActions.includes('close') && (
        <Close news={news} onClose={() => setVerb(undefined)} />
      )}
    </div>
  );
}

/** The three grades, one tap each. */
function Grade({ news }: { news: NewsView }) {
  const t = useTexts();
  const l = useLabel();
  const act = useNewsAct('triage');
  const grade = (severity: NewsSeverity) => act.mutate({ id: news.id, body: { version: news.version, severity } });
  return (
    <div role="group" aria-label={t(news.severity === null ? 'gradeAs' : 'regrade')} className={styles.grades}>
      <span className={styles.quiet}>{t(news.severity === null ? 'gradeAs' : 'regrade')}</span>
      {newsSeverities.schema.options
        .filter((severity) => severity !== news.severity)
        .map((severity) => (
          <Button key={severity} className={styles.tap} disabled={act.isPending} onClick={() => grade(severity)}>
            {l(newsSeverities.labels[severity])}
          </Button>
        ))}
      <ProblemAlert error={act.error} title={t('actFailed')} />
    </div>
  );
}

function Act({ news: { id, version }, onClose }: { news: NewsView; onClose: () => void }) {
  const t = useTexts();
  const l = useLabel();
  const act = useNewsAct('act');
  return (
    <FormDialog
      name="news-act"
      title={t('do_act')}
      initialValues={{ note: '' }}
      renewed={['news', 'one', id]}
      submit={({ note }) => act.mutateAsync({ id, body: { version, note } })}
      onClose={onClose}
    >
      <Form.Item
        name="note"
        label={t('note')}
        extra={t('tellsAuthor')}
        rules={[{ required: true, whitespace: true, message: l(fieldProblems.required) }]}
      >
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
}

function Close({ news: { id, version }, onClose }: { news: NewsView; onClose: () => void }) {
  const t = useTexts();
  const l = useLabel();
  const act = useNewsAct('close');
  return (
    <FormDialog
      name="news-close"
      title={t('do_close')}
      okText={t('do_close')}
      initialValues={{ outcome: '' }}
      renewed={['news', 'one', id]}
      submit={({ outcome }) => act.mutateAsync({ id, body: { version, outcome } })}
      onClose={onClose}
    >
      <Form.Item
        name="outcome"
        label={t('outcome')}
        extra={t('tellsAuthor')}
        rules={[{ required: true, whitespace: true, message: l(fieldProblems.required) }]}
      >
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
}
