import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ProblemAlert } from '../../../components/problem-alert';
import { RowsSkeleton } from '../../../components/skeletons';
import { paths } from '../../../lib/paths';
import { useCompleteSingleSignOn } from '../api';
import { EntrancePage } from '../entrance-page';
import { useText } from '../locales';
import { wantedAfterSignOn } from '../sign-on';
import { useGoIn } from '../use-entrance';

/** Where the hospital's sign-in page sends people back to: hands on what it brought, once, and goes in. */
export function SignInReturnScreen() {
  const t = useText();
  const router = useRouter();
  const complete = useCompleteSingleSignOn();
  const goIn = useGoIn();
  const handedOn = useRef(false);
  useEffect(() => {
    // What was brought is good for one attempt; development renders twice.
    if (handedOn.current) return;
    handedOn.current = true;
    const brought = router.state.location.searchStr;
    // It is no address to keep in the history.
    router.history.replace(paths.signInReturn);
    complete.mutate(brought, { onSuccess: (me) => void goIn(me, wantedAfterSignOn()) });
  }, [complete, goIn, router]);
  return (
    <EntrancePage>
      <h1>{t('signIn')}</h1>
      {complete.error === null ? (
        <>
          <p>{t('comingIn')}</p>
          <RowsSkeleton rows={2} rowHeight={38} />
        </>
      ) : (
        <>
          <ProblemAlert error={complete.error} />
          <p>
            <a href={paths.signIn}>{t('otherWays')}</a>
          </p>
        </>
      )}
    </EntrancePage>
  );
}
