import { roles } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { LogOut, ShieldCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ProblemAlert } from '../../components/problem-alert';
import { useSignOut } from '../../features/identity';
import { useLabel, useLocale } from '../../lib/i18n';
import { useMe } from '../../lib/me';
import { paths } from '../../lib/paths';
import { useShellText } from '../locales';
import styles from './shell.module.css';

/** Closes what is open when the reader turns elsewhere: a click beside it, or Escape. */
function useClosing(open: boolean, close: () => void) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && frame.current?.contains(event.target) === false) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      close();
      frame.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [open, close]);
  return frame;
}

/** Who is signed in, as what, and the way out. */
export function PersonMenu() {
  const t = useShellText();
  const label = useLabel();
  const locale = useLocale();
  const me = useMe();
  const signOut = useSignOut();
  const [open, setOpen] = useState(false);
  const [close] = useState(() => () => setOpen(false));
  const frame = useClosing(open, close);
  const name = locale === 'en-US' ? me.nameEn : me.name;
  const first = me.memberships[0];
  const place = me.memberships.find((membership) => membership.department !== null)?.department;
  const under = place ?? (first === undefined ? me.hospital.name : roles.labels[first.role]);

  // A full load empties what this person has seen from the memory of the tab.
  const leave = () => signOut.mutate(undefined, { onSuccess: () => window.location.assign(paths.signIn) });

  return (
    <div className={styles.personFrame} ref={frame}>
      <button
        type="button"
        className={styles.person}
        aria-label={t('person', { name })}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.avatar} aria-hidden="true">
          {Array.from(name)[0]}
        </span>
        <span className={styles.personText}>
          <strong>{name}</strong>
          <span>{label(under)}</span>
        </span>
      </button>
      {open && (
        <div className={styles.personMenu}>
          <p>
            <strong>{name}</strong> · {label(me.hospital.name)}
          </p>
          <ul>
            {me.memberships.map(({ role, department }) => (
              <li key={`${role}-${department?.en ?? ''}`}>
                {[label(roles.labels[role]), ...(department === null ? [] : [label(department)])].join(' · ')}
              </li>
            ))}
          </ul>
          {/* A guest by invitation has no settings of their own. */}
          {me.signIn.method !== 'INVITATION' && (
            <Link to={paths.security} onClick={close}>
              <ShieldCheck size={15} aria-hidden="true" />
              {t('security')}
            </Link>
          )}
          <ProblemAlert error={signOut.error} title={t('signOutFailed')} />
          <button type="button" disabled={signOut.isPending} onClick={leave}>
            <LogOut size={15} aria-hidden="true" />
            {t('signOut')}
          </button>
        </div>
      )}
    </div>
  );
}
