import { shareSections, type ShareSection } from '@consilium/contracts';
import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components';
import { isProblem } from '../../../lib/api';
import { useLabel } from '../../../lib/i18n';
import { formatFormal } from '../../../lib/time';
import { useRefusal } from '../../../lib/use-refusal';
import { useChangeShare } from '../api';
import { InstantField, SectionsField } from '../fields';
import { useShareTexts } from '../locales';
import styles from '../shares.module.css';
import type { ChangeableShare } from '../share-types';

interface Values {
  sections: ShareSection[];
  expiresAt: string;
}

const valuesOf = ({ sections, expiresAt }: ChangeableShare): Values => ({ sections, expiresAt });

/** What of a case a hospital receives, and until when. `share` is the present one; what was changed meanwhile is shown before it is replaced. */
export function ChangeShareDialog({ share, onClose }: { share: ChangeableShare; onClose: () => void }) {
  const t = useShareTexts();
  const l = useLabel();
  const [form] = Form.useForm<Values>();
  const [held, setHeld] = useState(share);
  const change = useChangeShare(share.id);
  const { refusal, refuse, clear } = useRefusal(form, change.isPending);
  const isStale = isProblem(change.error, 'object/stale') && share.version !== held.version;
  const takePresent = () => {
    setHeld(share);
    form.setFieldsValue(valuesOf(share));
    change.reset();
    clear();
  };
  const send = ({ sections, expiresAt }: Values) => {
    clear();
    change.mutate(
      { version: held.version, sections, expiresAt },
      { onSuccess: onClose, onError: (error) => refuse(error) },
    );
  };
  const lastDays = [
    share.agreement && t('agreementEnds', { no: share.agreement.agreementNo, day: share.agreement.validTo }),
    share.consentEndsOn && t('consentEnds', { day: share.consentEndsOn }),
  ].filter(Boolean);
  return (
    <Modal
      open
      title={t('changeTitle', { hospital: l(share.hospital) })}
      okText={t('changeSave')}
      cancelText={t('cancel')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className={styles.note}>{t('changeNote', { px: share.pxCode })}</p>
      <Form
        form={form}
        name="change-share"
        layout="vertical"
        disabled={change.isPending}
        initialValues={valuesOf(held)}
        onFinish={send}
      >
        <Form.Item name="sections" label={t('sections')}>
          <SectionsField />
        </Form.Item>
        <Form.Item name="expiresAt" label={t('until')} required extra={lastDays.join(' ')}>
          <InstantField />
        </Form.Item>
      </Form>
      {refusal !== null && <ProblemAlert {...refusal} />}
      {isStale && (
        <div className={styles.present}>
          <p>
            {t('presentIs', {
              sections: share.sections.map((section) => l(shareSections.labels[section])).join(t('listSeparator')),
              until: formatFormal(share.expiresAt),
            })}
          </p>
          <Button size="small" onClick={takePresent}>
            {t('takePresent')}
          </Button>
        </div>
      )}
    </Modal>
  );
}
