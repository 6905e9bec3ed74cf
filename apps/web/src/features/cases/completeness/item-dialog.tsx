import { itemStates, type CompletenessItem, type ItemState } from '@consilium/contracts';
import { App, Form, Input, Modal, Radio } from 'antd';
import { ProblemAlert } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { serverNow } from '../../../lib/server-clock';
import { isoDay } from '../../../lib/time';
import { useTexts } from '../locales';
import { DateField } from '../../../components/date-field';
import { useRefusal } from '../use-refusal';
import { useSetItem } from './completeness-api';
import styles from './completeness.module.css';

interface Values {
  state: ItemState;
  factOn: string;
  reason: string;
}

/** States that something was received in, and which therefore have a day. */
const THERE: readonly ItemState[] = ['RECEIVED', 'RE_READ', 'VERIFIED'];

/** Says where one item stands; to waive it takes a reason everybody can read. */
export function ItemDialog({ caseNo, item, onClose }: { caseNo: string; item: CompletenessItem; onClose: () => void }) {
  const t = useTexts();
  const l = useLabel();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const state = Form.useWatch('state', form);
  const set = useSetItem(caseNo);
  const { refusal, refuse, clear } = useRefusal(form, set.isPending);
  const send = (values: Values) => {
    clear();
    const factOn = THERE.includes(values.state) && values.factOn ? values.factOn : null;
    set.mutate(
      { code: item.code, body: { version: item.version, state: values.state, reason: values.reason, factOn } },
      {
        onSuccess: () => {
          void message.success(t('itemSet'));
          onClose();
        },
        onError: (error) => refuse(error),
      },
    );
  };
  return (
    <Modal
      open
      title={l(item.label)}
      okText={t('setState')}
      cancelText={t('cancel')}
      confirmLoading={set.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className={styles.note}>{t('itemBasis', { basis: item.basis })}</p>
      <Form
        form={form}
        name="material-item"
        layout="vertical"
        disabled={set.isPending}
        initialValues={{
          state: item.state === 'MISSING' ? 'RECEIVED' : item.state,
          factOn: item.factOn ?? isoDay(serverNow()),
          reason: item.reason,
        }}
        onFinish={send}
      >
        <Form.Item name="state" label={t('fieldState')} required>
          <Radio.Group
            className={styles.choices}
            options={Object.entries(itemStates.labels).map(([value, label]) => ({ value, label: l(label) }))}
          />
        </Form.Item>
        {THERE.includes(state) && (
          <Form.Item name="factOn" label={t('fieldFactOn')}>
            <DateField />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t('fieldWhy')} required={state === 'WAIVED'} extra={t('fieldWhyHint')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} />
        </Form.Item>
      </Form>
      {refusal !== null && <ProblemAlert {...refusal} />}
    </Modal>
  );
}
