import { Outlet } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { PageTitleSlot } from '../../components/page-title';
import { RowsSkeleton } from '../../components/skeletons';
import { useConnection } from '../../lib/live';
import { useShellText } from '../locales';
import { CommandKeys } from './palette/command-keys';
import { Rail } from './rail';
import styles from './shell.module.css';
import { TopBar } from './top-bar';

const FORM_KIT_AFTER_MS = 2500;

/** Rail, top bar and the screen. */
export function Shell() {
  const t = useShellText();
  const connection = useConnection();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  useEffect(() => {
    // The next screen probably has a form: its library is fetched while this one is being read.
    const timer = setTimeout(() => void import('../form-kit').catch(() => undefined), FORM_KIT_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <PageTitleSlot value={slot}>
      <div className={styles.shell}>
        <a className={styles.skip} href="#content">
          {t('skip')}
        </a>
        <Rail />
        <TopBar titleRef={setSlot} />
        <CommandKeys />
        <main id="content" className={styles.content} tabIndex={-1}>
          {connection.state === 'offline' && <output className={styles.offline}>{t('offlineBanner')}</output>}
          <Suspense fallback={<RowsSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </PageTitleSlot>
  );
}
