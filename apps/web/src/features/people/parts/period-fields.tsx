import { Form, Input } from 'antd';
import { usePeopleText } from '../locales';
import styles from '../people.module.css';

/** First and last day; both count. */
export function PeriodFields({ hint }: { hint: string | undefined }) {
  const t = usePeopleText();
  return (
    <div className={styles.pair}>
      <Form.Item name="validFrom" label={t('validFrom')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="validTo" label={t('validTo')} extra={hint}>
        <Input type="date" />
      </Form.Item>
    </div>
  );
}
