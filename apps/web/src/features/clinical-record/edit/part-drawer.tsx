import { factSources, recordSections, type RecordSection } from '@consilium/contracts';
import { useBlocker } from '@tanstack/react-router';
import { Button, Drawer, Form, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { ProblemAlert } from '../../../components';
import { DateField } from '../../../components/date-field';
import { useLabel } from '../../../lib/i18n';
import { ConflictView } from '../conflict/conflict-view';
import { useTexts } from '../locales';
import { sectionFields } from './sections';
import { usePartForm, type AnyPart } from './use-part-form';
import { WordSelect } from './word-select';
import styles from './edit.module.css';

interface Props {
  caseNo: string;
  section: RecordSection;
  /** The part as it stands; null where nothing was written. */
  part: AnyPart | null;
  onClose: () => void;
}

/** The form of one part, docked right so that the rest of the record stays in sight. What is typed is not lost by leaving. */
export function PartDrawer({ caseNo, section, part, onClose }: Props) {
  const t = useTexts();
  const l = useLabel();
  const isWritten = useRef(false);
  const [isLeaving, setLeaving] = useState(false);
  const writing = usePartForm(caseNo, section, part, () => {
    isWritten.current = true;
    onClose();
  });
  const isUnsaved = () => writing.isDirty && !isWritten.current;
  const blocker = useBlocker({
    shouldBlockFn: isUnsaved,
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  const name = l(recordSections.labels[section]);
  const Fields = sectionFields[section];
  const { form, conflict } = writing;
  return (
    <Drawer
      open
      size={680}
      mask={false}
      title={t(part === null ? 'fill' : 'edit', { part: name })}
      onClose={() => (isUnsaved() ? setLeaving(true) : onClose())}
      footer={
        conflict === null && (
          <div className={styles.foot}>
            {writing.isDirty && <output>{t('unsaved')}</output>}
            <Button onClick={() => (isUnsaved() ? setLeaving(true) : onClose())}>{t('cancel')}</Button>
            <Button type="primary" loading={writing.isSending} onClick={form.submit}>
              {t('save')}
            </Button>
          </div>
        )
      }
    >
      {conflict !== null && <ConflictView section={section} conflict={conflict} writing={writing} />}
      <div hidden={conflict !== null}>
        <Form
          form={form}
          name="clinical-record"
          layout="vertical"
          className={styles.form}
          disabled={writing.isSending}
          initialValues={writing.initial}
          onValuesChange={writing.noteChange}
          onFinish={() => void writing.send()}
        >
          <Fields />
          <div className={styles.provenance}>
            <div className={styles.fields}>
              <Form.Item
                name="observedOn"
                label={t('observedOn')}
                extra={t('observedOnHint')}
                className={styles.narrow}
                required
              >
                <DateField />
              </Form.Item>
              <Form.Item name="source" label={t('source')} className={styles.narrow} required>
                <WordSelect labels={factSources.labels} />
              </Form.Item>
              <Form.Item name="sourceNote" label={t('sourceNote')} extra={t('sourceNoteHint')} className={styles.half}>
                <Input maxLength={300} autoComplete="off" />
              </Form.Item>
              {writing.revision > 0 && (
                <Form.Item
                  name="reason"
                  label={t('changeReason')}
                  extra={t('changeReasonHint')}
                  className={styles.full}
                >
                  <Input maxLength={300} autoComplete="off" />
                </Form.Item>
              )}
            </div>
          </div>
          {writing.refusal !== null && <ProblemAlert {...writing.refusal} />}
        </Form>
      </div>
      <Modal
        open={isLeaving || blocker.status === 'blocked'}
        title={t('leaveTitle')}
        okText={t('leaveGo')}
        okButtonProps={{ danger: true }}
        cancelText={t('leaveStay')}
        onOk={() => {
          blocker.proceed?.();
          onClose();
        }}
        onCancel={() => {
          blocker.reset?.();
          setLeaving(false);
        }}
      >
        {t('leaveText', { part: name })}
      </Modal>
    </Drawer>
  );
}
