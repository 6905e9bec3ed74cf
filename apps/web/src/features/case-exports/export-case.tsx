import { exportEndpoints, fieldProblems } from '@consilium/contracts';
import { Button, Checkbox, Form, Input, Radio } from 'antd';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { ProblemAlert } from '../../components';
import { ModalDialog } from '../../components/modal-dialog';
import { askForFile, saveFile } from '../../lib/files';
import { useLabel } from '../../lib/i18n';
import { useRefusal } from '../../lib/use-refusal';
import { useTexts } from './locales';
import styles from './export-case.module.css';

interface Values {
  format: 'pdf' | 'fhir';
  identified: boolean;
  reason: string;
}

/** Takes a copy of the case out: without the patient's identity, or with it for a reason. */
export function ExportCase({ caseNo }: { caseNo: string }) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Download size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && <ExportDialog caseNo={caseNo} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({ caseNo, onClose }: { caseNo: string; onClose: () => void }) {
  const t = useTexts();
  const l = useLabel();
  const [form] = Form.useForm<Values>();
  const identified = Form.useWatch('identified', form) ?? false;
  const [isMaking, setMaking] = useState(false);
  const [saved, setSaved] = useState<string>();
  const { refusal, refuse, clear } = useRefusal(form, isMaking);
  const make = async ({ format, identified: named, reason }: Values) => {
    clear();
    setSaved(undefined);
    setMaking(true);
    try {
      const file = await askForFile(exportEndpoints[format], {
        params: { caseNo },
        body: { identified: named, reason: named ? reason : '' },
      });
      saveFile(file);
      setSaved(file.name);
    } catch (error) {
      refuse(error);
    } finally {
      setMaking(false);
    }
  };
  return (
    <ModalDialog title={t('title')} onClose={onClose}>
      <Form<Values>
        form={form}
        name="export-case"
        layout="vertical"
        requiredMark={false}
        disabled={isMaking}
        initialValues={{ format: 'pdf', identified: false, reason: '' }}
        onFinish={(values) => void make(values)}
      >
        <Form.Item name="format" label={t('format')}>
          <Radio.Group
            className={styles.formats}
            options={[
              { value: 'pdf', label: t('pdf') },
              { value: 'fhir', label: t('fhir') },
            ]}
          />
        </Form.Item>
        <Form.Item name="identified" valuePropName="checked" extra={t(identified ? 'identifiedNote' : 'masked')}>
          <Checkbox>{t('identified')}</Checkbox>
        </Form.Item>
        {identified && (
          <Form.Item
            name="reason"
            label={t('reason')}
            rules={[{ required: true, whitespace: true, message: l(fieldProblems.required) }]}
          >
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
        )}
        {refusal !== null && <ProblemAlert {...refusal} />}
        {saved !== undefined && <output className={styles.saved}>{t('done', { name: saved })}</output>}
        <Button type="primary" htmlType="submit" loading={isMaking}>
          {t('confirm')}
        </Button>
      </Form>
    </ModalDialog>
  );
}
