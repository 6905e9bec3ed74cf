import { Form, Input } from 'antd';
import { useTexts } from '../locales';
import { DateField } from '../../../components/date-field';
import { Rows } from './rows';
import styles from './record.module.css';

/** Imaging examinations of the record. */
export function ImagingRows({ name, formName, atLeast }: { name: string[]; formName: string; atLeast?: number }) {
  const t = useTexts();
  return (
    <Rows
      name={name}
      addId={[formName, ...name].join('_')}
      addText={t('imagingAdd')}
      label={t('blockImaging')}
      atLeast={atLeast}
      atMost={20}
    >
      {(index) => (
        <>
          <div className={styles.pair}>
            <Form.Item name={[index, 'modality']} label={t('imagingModality')} required>
              <Input maxLength={120} placeholder={t('imagingModalityHint')} />
            </Form.Item>
            <Form.Item name={[index, 'examinedOn']} label={t('imagingDate')} required className={styles.date}>
              <DateField />
            </Form.Item>
          </div>
          <Form.Item name={[index, 'finding']} label={t('imagingFinding')} required>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />
          </Form.Item>
        </>
      )}
    </Rows>
  );
}
