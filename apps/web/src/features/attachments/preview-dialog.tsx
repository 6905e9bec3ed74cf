import { Modal } from 'antd';
import { useState } from 'react';
import { useTexts } from './locales';
import styles from './files.module.css';

/** An image of the case, shown by the browser itself. The answer that brings it may run and load nothing. */
export function PreviewDialog({ title, address, onClose }: { title: string; address: string; onClose: () => void }) {
  const t = useTexts();
  const [hasFailed, setFailed] = useState(false);
  return (
    <Modal open title={title} footer={null} width="min(1080px, 94vw)" onCancel={onClose} destroyOnHidden>
      <div className={styles.preview}>
        {hasFailed ? (
          <p className={styles.quiet}>{t('previewFailed')}</p>
        ) : (
          <img src={address} alt={t('previewOf', { title })} onError={() => setFailed(true)} />
        )}
      </div>
    </Modal>
  );
}
