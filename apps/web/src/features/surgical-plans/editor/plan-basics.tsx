import { planContent } from '@consilium/contracts';
import { DatePicker, Form, Input } from 'antd';
import { PersonSelect, RoomSelect } from '../../organisations';
import { usePlanText } from '../locales';
import { readsInAnotherZone } from '../wall-clock';
import { chosen, written } from './field-rules';
import styles from './editor.module.css';

/** What holds for the whole operation. */
export function PlanBasics() {
  const t = usePlanText();
  return (
    <section aria-label={t('basics')} className={styles.block}>
      <header className={styles.blockHead}>
        <h3>{t('basics')}</h3>
      </header>
      <div className={styles.fields}>
        <Form.Item name="title" label={t('title')} rules={[written()]} className={styles.whole}>
          <Input maxLength={planContent.shape.title.maxLength ?? undefined} />
        </Form.Item>
        <Form.Item name="leadId" label={t('overallLead')} rules={[chosen()]} className={styles.third}>
          <PersonSelect />
        </Form.Item>
        <Form.Item name="theatreId" label={t('theatre')} className={styles.third}>
          <RoomSelect kind="THEATRE" allowClear />
        </Form.Item>
        <Form.Item
          name="startsAt"
          label={t('startsAt')}
          extra={readsInAnotherZone() ? t('hospitalTime') : undefined}
          className={styles.third}
        >
          <DatePicker
            showTime={{ format: 'HH:mm', minuteStep: 5 }}
            format="YYYY-MM-DD HH:mm"
            needConfirm={false}
            className={styles.number}
          />
        </Form.Item>
        <Form.Item name="anaesthesia" label={t('anaesthesiaField')} className={styles.half}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
        </Form.Item>
        <Form.Item name="position" label={t('position')} className={styles.half}>
          <Input maxLength={planContent.shape.position.unwrap().maxLength ?? undefined} />
        </Form.Item>
      </div>
    </section>
  );
}
