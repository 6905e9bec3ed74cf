import { Form, Input } from 'antd';
import { useTexts } from '../locales';
import { DateField } from '../../../components/date-field';
import { LinesField } from '../../../components/lines-field';
import { Rows } from './rows';
import styles from './record.module.css';

/** Pathology reports of the record, with immunohistochemistry and molecular results. */
export function PathologyRows({ name, formName, empty }: { name: string[]; formName: string; empty?: string }) {
  const t = useTexts();
  return (
    <Rows
      name={name}
      addId={[formName, ...name].join('_')}
      addText={t('pathologyAdd')}
      label={t('blockPathology')}
      empty={empty}
      atMost={20}
    >
      {(index) => (
        <>
          <Form.Item name={[index, 'text']} label={t('pathologyText')} required>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />
          </Form.Item>
          <div className={styles.pair}>
            <Form.Item name={[index, 'markers']} label={t('pathologyMarkers')}>
              <LinesField placeholder={t('pathologyMarkersHint')} />
            </Form.Item>
            <Form.Item name={[index, 'reportedOn']} label={t('pathologyDate')} className={styles.date}>
              <DateField />
            </Form.Item>
          </div>
        </>
      )}
    </Rows>
  );
}
