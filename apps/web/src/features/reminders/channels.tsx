import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell, Mail, MailX } from 'lucide-react';
import { ProblemAlert } from '../../components/problem-alert';
import { RowsSkeleton } from '../../components/skeletons';
import { useAllowed } from '../../lib/me';
import { paths } from '../../lib/paths';
import { channelsQuery } from './api';
import styles from './inbox.module.css';
import { useText } from './locales';

/** How reminders reach this person; says plainly when there is no e-mail. */
export function Channels() {
  const t = useText();
  const { data, error, isPending, refetch } = useQuery(channelsQuery);
  const mayReadMailbox = useAllowed('mailbox:read');
  const address = data?.emailAddress ?? null;
  const MailIcon = data?.email === true ? Mail : MailX;
  return (
    <section className={styles.panel} aria-labelledby="inbox-channels">
      <header>
        <h2 id="inbox-channels">{t('channels')}</h2>
      </header>
      {error !== null && <ProblemAlert error={error} title={t('channelsFailed')} onRetry={() => void refetch()} />}
      {isPending && <RowsSkeleton rows={2} />}
      {data !== undefined && (
        <dl className={styles.channels}>
          <div>
            <dt>
              <Bell size={15} aria-hidden="true" />
              {t('inApp')}
            </dt>
            <dd>{t('inAppOn')}</dd>
          </div>
          <div>
            <dt>
              <MailIcon size={15} aria-hidden="true" />
              {t('email')}
            </dt>
            <dd>
              <p>{!data.email ? t('emailOff') : address === null ? t('emailNoAddress') : t('emailOn', { address })}</p>
              {data.email && <p className={styles.quiet}>{t('emailContent')}</p>}
              {data.mailbox && mayReadMailbox && <Link to={paths.mailbox}>{t('toMailbox')}</Link>}
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}
