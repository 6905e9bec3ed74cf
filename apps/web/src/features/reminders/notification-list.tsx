import type { Notification } from '@consilium/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ActionButton } from '../../components/action-button';
import { EmptyState } from '../../components/empty-state';
import { ProblemAlert } from '../../components/problem-alert';
import { RowsSkeleton } from '../../components/skeletons';
import { useLabel, useLocale } from '../../lib/i18n';
import { innerPath } from '../../lib/paths';
import { formatFormal, formatNear, useNow } from '../../lib/time';
import { notificationsQuery, useMarkAllRead, useMarkRead } from './api';
import styles from './inbox.module.css';
import { useText } from './locales';

function NotificationLine({ item, now, onOpen }: { item: Notification; now: Date; onOpen: () => void }) {
  const t = useText();
  const label = useLabel();
  const locale = useLocale();
  const unread = item.readAt === null;
  return (
    <li>
      <Link to={innerPath(item.path)} className={unread ? styles.unread : styles.read} onClick={onOpen}>
        <span className={styles.mark} aria-hidden="true" />
        <span className={styles.text}>
          {unread && <span className="visually-hidden">{t('unread')}</span>} {label(item.text)}
        </span>
        <time className={styles.quiet} dateTime={item.createdAt} title={formatFormal(item.createdAt, locale)}>
          {formatNear(item.createdAt, now, locale)}
        </time>
      </Link>
    </li>
  );
}

/** What the house has told this person, newest first. Opening one marks it as read. */
export function NotificationList() {
  const t = useText();
  const now = useNow();
  const list = useInfiniteQuery(notificationsQuery);
  const markRead = useMarkRead();
  const markAll = useMarkAllRead();
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = list.data?.pages[0]?.unread ?? 0;
  return (
    <section className={styles.panel} aria-labelledby="inbox-notifications">
      <header>
        <h2 id="inbox-notifications">
          {t('notifications')}{' '}
          {unread > 0 && <span className={styles.quiet}>{t('unreadCount', { count: unread })}</span>}
        </h2>
        {unread > 0 && (
          <ActionButton size="small" busy={markAll.isPending} onClick={() => markAll.mutate()}>
            {t('markAll')}
          </ActionButton>
        )}
      </header>
      <ProblemAlert error={markAll.error ?? markRead.error} title={t('markFailed')} />
      {list.error !== null && (
        <ProblemAlert error={list.error} title={t('notificationsFailed')} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <RowsSkeleton rows={6} rowHeight={44} />}
      {list.data !== undefined && items.length === 0 && <EmptyState text={t('notificationsEmpty')} />}
      {items.length > 0 && (
        <ul aria-label={t('notifications')}>
          {items.map((item) => (
            <NotificationLine
              key={item.id}
              item={item}
              now={now}
              onOpen={() => {
                if (item.readAt === null) markRead.mutate(item.id);
              }}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <ActionButton busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </ActionButton>
      )}
    </section>
  );
}
