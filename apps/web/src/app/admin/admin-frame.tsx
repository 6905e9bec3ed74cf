import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense } from 'react';
import { RowsSkeleton } from '../../components/skeletons';
import { useMe } from '../../lib/me';
import styles from './admin-frame.module.css';
import { sectionsOf, useAdminText } from './sections';

/** The sections of the administration above the one that is open. */
export function AdminFrame() {
  const t = useAdminText();
  const { pathname } = useLocation();
  const sections = sectionsOf(useMe());
  return (
    <>
      <nav className={styles.sections} aria-label={t('sections')}>
        <ul>
          {sections.map(({ path, text }) => (
            <li key={path}>
              <Link to={path} aria-current={pathname === path || pathname.startsWith(`${path}/`) ? 'page' : undefined}>
                {t(text)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Suspense fallback={<RowsSkeleton />}>
        <Outlet />
      </Suspense>
    </>
  );
}
