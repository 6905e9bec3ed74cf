import { useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ActionButton } from '../../../components/action-button';
import { ProblemAlert } from '../../../components/problem-alert';
import { RowsSkeleton } from '../../../components/skeletons';
import { meQuery } from '../../../lib/me';
import { innerPath, paths } from '../../../lib/paths';
import { useSignOut } from '../api';
import { EntrancePage } from '../entrance-page';
import { useText } from '../locales';
import { useBeginCode, useKnowMeAnew } from '../own-security-api';
import { RecoveryCodes } from '../recovery-codes';
import { SetUpCode } from '../set-up-code';

/** The first sign-in of somebody whose role asks for a one-time code: setting it up comes before anything else. */
export function EnrolScreen() {
  const t = useText();
  const router = useRouter();
  const { next } = useSearch({ strict: false }) as { next?: string };
  const { data: me, error } = useQuery(meQuery);
  const { mutate: begin, data: begun, error: notBegun } = useBeginCode();
  const knowMeAnew = useKnowMeAnew();
  const signOut = useSignOut();
  const [recoveryCodes, setRecoveryCodes] = useState<string[]>();
  const mustEnrol = me?.signIn.mustEnrol;
  useEffect(() => {
    if (mustEnrol === true) begin('');
  }, [mustEnrol, begin]);
  const goOn = async () => {
    const known = await knowMeAnew();
    const wanted = innerPath(next);
    router.history.push(wanted === '/' ? innerPath(known.home) : wanted);
  };

  return (
    <EntrancePage>
      <h1>{t('enrolTitle')}</h1>
      <ProblemAlert error={error ?? notBegun} {...(notBegun !== null && { onRetry: () => begin('') })} />
      {recoveryCodes !== undefined && <RecoveryCodes codes={recoveryCodes} onKept={() => void goOn()} />}
      {recoveryCodes === undefined && mustEnrol === false && (
        <p>
          {t('enrolled')} <a href={paths.home}>{t('goOn')}</a>
        </p>
      )}
      {recoveryCodes === undefined && mustEnrol === true && (
        <>
          <p>{t('enrolWhy')}</p>
          {begun === undefined ? (
            notBegun === null && <RowsSkeleton rows={4} rowHeight={38} />
          ) : (
            <SetUpCode key={begun.secret} begun={begun} onSetUp={setRecoveryCodes} onBeginAgain={() => begin('')} />
          )}
        </>
      )}
      {recoveryCodes === undefined && (
        <p>
          <ActionButton
            size="small"
            busy={signOut.isPending}
            onClick={() => signOut.mutate(undefined, { onSettled: () => window.location.assign(paths.signIn) })}
          >
            {t('signOut')}
          </ActionButton>
        </p>
      )}
    </EntrancePage>
  );
}
