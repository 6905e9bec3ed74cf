import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { openLive, useLive } from '../../lib/live';
import { useMe } from '../../lib/me';
import { ScreenLock } from './screen-lock';
import { SignInAgain } from './sign-in-again';

/** Around every screen behind sign-in: the live connection, and the way back in when the session has ended. */
export function SignedIn() {
  const me = useMe();
  // Signing in as somebody else loads the page anew, so a connection never outlives its person.
  useEffect(openLive, []);
  const departments = [...new Set(me.memberships.map(({ departmentId }) => departmentId))].filter((id) => id !== null);
  useLive([
    { topic: 'notification', key: me.id },
    ...(me.permissions.includes('consult:read')
      ? [me.id, me.hospital.id, ...departments].map((key) => ({ topic: 'worklist' as const, key }))
      : []),
    ...(me.permissions.includes('directory:read') ? [{ topic: 'directory' as const, key: me.hospital.id }] : []),
  ]);
  return (
    <>
      <Outlet />
      <ScreenLock />
      <SignInAgain />
    </>
  );
}
