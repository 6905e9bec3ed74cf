import { Link } from '@tanstack/react-router';
import { EmptyState } from '../components/empty-state';
import { ProblemAlert } from '../components/problem-alert';
import { paths } from '../lib/paths';
import { queryClient } from '../lib/query';
import { useShellText } from './locales';
import styles from './whole-page.module.css';

/** For an address that does not exist. */
export function NotFound() {
  const t = useShellText();
  return <EmptyState text={t('notFound')} action={<Link to={paths.home}>{t('home')}</Link>} />;
}

/** For a page that could not be shown at all: the reason and another try. */
export function Failed({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useShellText();
  return (
    <div className={styles.page}>
      <ProblemAlert
        error={error}
        title={t('failed')}
        onRetry={() => {
          void queryClient.resetQueries().finally(reset);
        }}
      />
    </div>
  );
}
