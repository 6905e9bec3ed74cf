import { identityEndpoints } from '@consilium/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ActionButton } from '../../components/action-button';
import { ModalDialog } from '../../components/modal-dialog';
import { ProblemAlert } from '../../components/problem-alert';
import { TextField } from '../../components/text-field';
import { useLock, useUnlock } from '../../features/identity';
import { call } from '../../lib/api';
import { isKeptOpen, lastTouch, noteTouch, watchTouches } from '../../lib/idle';
import { useMe } from '../../lib/me';
import { paths } from '../../lib/paths';
import { serverNow } from '../../lib/server-clock';
import { announceSessionLost, onScreenLocked, onSessionLost } from '../../lib/session-lost';
import { formatClock } from '../../lib/time';
import { useShellText } from '../locales';
import styles from './shell.module.css';

const LOOK_MS = 5_000;
/** Somebody who reads or types asks the server nothing; this tells it that they are there. */
const SIGN_OF_LIFE_MS = 4 * 60_000;
const MINUTE = 60_000;
/** Tells the other tabs of this browser that the password was given. */
const UNLOCKED_KEY = 'consilium.unlocked-at';

/** Looks every few seconds whether anybody is there: locks the screen, where there is a password, when nobody is, and tells the server when somebody is. */
function useWatch(onLock: () => void): void {
  const { locksAfterMinutes } = useMe().signIn;
  const toldAt = useRef(0);
  useEffect(() => {
    const stop = watchTouches();
    // Opening the page was a request.
    toldAt.current = Date.now();
    const look = () => {
      if (isKeptOpen()) noteTouch();
      const now = Date.now();
      if (locksAfterMinutes !== null && now - lastTouch() >= locksAfterMinutes * MINUTE) onLock();
      else if (lastTouch() > toldAt.current && now - toldAt.current >= SIGN_OF_LIFE_MS) {
        toldAt.current = now;
        void call(identityEndpoints.me).catch(() => undefined);
      }
    };
    const looking = setInterval(look, LOOK_MS);
    return () => {
      stop();
      clearInterval(looking);
    };
  }, [locksAfterMinutes, onLock]);
}

/** Until when the locked screen can be opened with the password alone; the time of the browser where the server has not said it yet. */
function useLockedScreen() {
  const { locksAfterMinutes, endsAfterMinutes } = useMe().signIn;
  const [endsAt, setEndsAt] = useState<Date>();
  const lock = useLock();
  const { mutate } = lock;
  const rest = (endsAfterMinutes - (locksAfterMinutes ?? 0)) * MINUTE;
  const close = useCallback(() => setEndsAt((known) => known ?? new Date(serverNow().getTime() + rest)), [rest]);
  const leftAlone = useCallback(() => {
    close();
    mutate(undefined, { onSuccess: (locked) => setEndsAt(new Date(locked.endsAt)) });
  }, [close, mutate]);
  const open = useCallback(() => {
    noteTouch();
    setEndsAt(undefined);
  }, []);
  const isLocked = endsAt !== undefined;
  useWatch(useCallback(() => (isLocked ? undefined : leftAlone()), [isLocked, leftAlone]));
  useEffect(() => onScreenLocked(close), [close]);
  // Who must sign in anew is asked for that instead.
  useEffect(() => onSessionLost(() => setEndsAt(undefined)), []);
  useEffect(() => {
    const elsewhere = (event: StorageEvent) => {
      if (event.key === UNLOCKED_KEY) open();
    };
    window.addEventListener('storage', elsewhere);
    return () => window.removeEventListener('storage', elsewhere);
  }, [open]);
  return { endsAt, open };
}

/** Lies over a page that nobody has touched for ten minutes. The password opens it; what was typed is still there. */
export function ScreenLock() {
  const { endsAt, open } = useLockedScreen();
  return endsAt === undefined ? null : <LockedScreen endsAt={endsAt} onOpen={open} />;
}

function useSecondsUntil(moment: Date): number {
  const left = () => Math.max(0, Math.ceil((moment.getTime() - serverNow().getTime()) / 1000));
  const [, count] = useState(0);
  useEffect(() => {
    const ticking = setInterval(() => count((ticks) => ticks + 1), 1000);
    return () => clearInterval(ticking);
  }, []);
  return left();
}

function LockedScreen({ endsAt, onOpen }: { endsAt: Date; onOpen: () => void }) {
  const t = useShellText();
  const me = useMe();
  const unlock = useUnlock();
  const [password, setPassword] = useState('');
  const left = useSecondsUntil(endsAt);
  useEffect(() => {
    if (left === 0) announceSessionLost();
  }, [left]);
  const submit = () =>
    unlock.mutate(password, {
      onSuccess: () => {
        try {
          localStorage.setItem(UNLOCKED_KEY, String(Date.now()));
        } catch {
          // Forbidden storage: the other tabs ask for the password themselves.
        }
        onOpen();
      },
      onSettled: () => setPassword(''),
    });
  const countdown = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <ModalDialog title={t('screenLocked')}>
      <form
        className={styles.again}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{t('screenLockedDetail')}</p>
        <p>
          <strong>{me.name}</strong> {me.username}
        </p>
        <p role="timer">{t('endsAt', { at: formatClock(endsAt), left: countdown })}</p>
        <ProblemAlert error={unlock.error} />
        <TextField
          label={t('password')}
          type="password"
          autoComplete="current-password"
          maxLength={128}
          disabled={unlock.isPending}
          value={password}
          onValue={setPassword}
        />
        <div className={styles.againActions}>
          {/* A full load: what this person has seen must not wait in memory for the next. */}
          <a href={paths.signIn}>{t('switchPerson')}</a>
          <ActionButton primary type="submit" disabled={password === ''} busy={unlock.isPending}>
            {t('continue')}
          </ActionButton>
        </div>
      </form>
    </ModalDialog>
  );
}
