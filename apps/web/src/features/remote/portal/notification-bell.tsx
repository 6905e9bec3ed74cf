import type { Notification } from '@consilium/contracts';
import { useNavigate } from '@tanstack/react-router';
import { Badge, Button, Popover } from 'antd';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import { ProblemAlert } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useAllowed } from '../../../lib/me';
import { innerPath } from '../../../lib/paths';
import { formatNear } from '../../../lib/time';
import { useMarkRead, useRecentNotifications } from '../api';
import { useRemoteText } from '../locales';
import styles from './portal.module.css';

/** The latest notifications, each leading to where it is done. */
export function NotificationBell() {
  const t = useRemoteText();
  const label = useLabel();
  const allowed = useAllowed('notification:read');
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const { data, error, refetch } = useRecentNotifications(allowed);
  const read = useMarkRead();
  if (!allowed) return null;
  const unread = data?.unread ?? 0;

  const follow = (notification: Notification) => {
    setOpen(false);
    if (notification.readAt === null) read.mutate(notification.id);
    void navigate({ href: innerPath(notification.path) });
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title={t('notifications')}
      content={
        <div className={styles.notifications}>
          <ProblemAlert error={error} title={t('notificationsFailed')} onRetry={() => void refetch()} />
          {data?.items.length === 0 && <p className={styles.muted}>{t('notificationsNone')}</p>}
          <ul aria-label={t('notifications')}>
            {data?.items.map((notification) => (
              <li key={notification.id}>
                <button
                  type="button"
                  className={notification.readAt === null ? styles.unread : undefined}
                  onClick={() => follow(notification)}
                >
                  {label(notification.text)}
                  <span className={styles.muted}>{formatNear(notification.createdAt)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      }
    >
      <Badge count={unread} size="small" offset={[-4, 4]}>
        <Button
          type="text"
          aria-label={unread > 0 ? t('notificationsUnread', { count: unread }) : t('notifications')}
          icon={<Bell size={17} aria-hidden="true" />}
        />
      </Badge>
    </Popover>
  );
}
