import type { CaughtMail } from '@consilium/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { ActionButton } from '../../../components/action-button';
import { EmptyState } from '../../../components/empty-state';
import { PageTitle } from '../../../components/page-title';
import { ProblemAlert } from '../../../components/problem-alert';
import { RowsSkeleton } from '../../../components/skeletons';
import { useLocale } from '../../../lib/i18n';
import { formatFormal, formatNear, useNow } from '../../../lib/time';
import { mailboxQuery } from '../api';
import styles from '../inbox.module.css';
import { useText } from '../locales';

function Mail({ mail, now }: { mail: CaughtMail; now: Date }) {
  const t = useText();
  const locale = useLocale();
  return (
    <li>
      <details className={styles.mail}>
        <summary>
          <ChevronRight size={15} aria-hidden="true" />
          <strong>{mail.subject}</strong>
          <span className={styles.quiet}>
            {t('to')} {mail.to}
          </span>
          <time className={styles.quiet} dateTime={mail.receivedAt} title={formatFormal(mail.receivedAt, locale)}>
            {formatNear(mail.receivedAt, now, locale)}
          </time>
        </summary>
        <pre>{mail.text}</pre>
      </details>
    </li>
  );
}

/** The mail that the demonstration would have sent. */
export function MailboxScreen() {
  const t = useText();
  const now = useNow();
  const list = useInfiniteQuery(mailboxQuery);
  const mails = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={styles.narrow}>
      <PageTitle title={t('mailbox')} />
      <section className={styles.panel} aria-label={t('mailbox')}>
        <header>
          <p className={styles.quiet}>{t('mailboxHint')}</p>
          <ActionButton size="small" busy={list.isRefetching} onClick={() => void list.refetch()}>
            {t('refresh')}
          </ActionButton>
        </header>
        {list.error !== null && (
          <ProblemAlert error={list.error} title={t('mailboxFailed')} onRetry={() => void list.refetch()} />
        )}
        {list.isPending && <RowsSkeleton rows={8} rowHeight={44} />}
        {list.data !== undefined && mails.length === 0 && <EmptyState text={t('mailboxEmpty')} />}
        {mails.length > 0 && (
          <ul aria-label={t('mailbox')}>
            {mails.map((mail) => (
              <Mail key={mail.id} mail={mail} now={now} />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <ActionButton busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </ActionButton>
        )}
      </section>
    </div>
  );
}
