import { PageTitle } from '../../../components/page-title';
import { Channels } from '../channels';
import styles from '../inbox.module.css';
import { useText } from '../locales';
import { NotificationList } from '../notification-list';
import { OwedList } from '../owed-list';

/** What this person owes, what they were told, and how they are told. */
export function InboxScreen() {
  const t = useText();
  return (
    <div className={styles.screen}>
      <PageTitle title={t('title')} />
      <OwedList />
      <div className={styles.side}>
        <NotificationList />
        <Channels />
      </div>
    </div>
  );
}
