import type { Completeness } from '@consilium/contracts';
import { App, Modal } from 'antd';
import { ProblemAlert } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatNear } from '../../../lib/time';
import { useTexts } from '../locales';
import { useChase } from './completeness-api';
import styles from './completeness.module.css';

/** Shows who would be reminded of what before anybody is. */
export function ChaseDialog({
  caseNo,
  completeness,
  onClose,
}: {
  caseNo: string;
  completeness: Completeness;
  onClose: () => void;
}) {
  const t = useTexts();
  const l = useLabel();
  const { message } = App.useApp();
  const chase = useChase(caseNo);
  const now = completeness.chase.filter(({ notBefore }) => notBefore === null);
  return (
    <Modal
      open
      title={t('chaseTitle')}
      okText={t('chaseConfirm', { count: now.length })}
      okButtonProps={{ disabled: now.length === 0 }}
      cancelText={t('cancel')}
      confirmLoading={chase.isPending}
      onOk={() =>
        chase.mutate(undefined, {
          onSuccess: ({ told }) => {
            void message.success(t('chaseDone', { count: told }));
            onClose();
          },
        })
      }
      onCancel={onClose}
    >
      <p className={styles.note}>{t('chaseNote')}</p>
      <ul className={styles.people}>
        {completeness.chase.map(({ personId, name, items, notBefore }) => (
          <li key={personId}>
            {t('chasePerson', { name, items: items.map((item) => l(item)).join(t('listSeparator')) })}{' '}
            {notBefore !== null && <small>{t('chaseLater', { at: formatNear(notBefore) })}</small>}
          </li>
        ))}
      </ul>
      {chase.error !== null && <ProblemAlert error={chase.error} />}
    </Modal>
  );
}
