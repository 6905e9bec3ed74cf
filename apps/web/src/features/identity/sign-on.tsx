import { ActionButton } from '../../components/action-button';
import { useBeginSingleSignOn } from './api';
import styles from './entrance.module.css';
import { useText } from './locales';

const WANTED_KEY = 'consilium.after-sign-on';

/** Where to go on to after coming back; it waits in this tab, since the hospital's page brings nothing of ours back. */
export function wantedAfterSignOn(): string | undefined {
  try {
    const wanted = sessionStorage.getItem(WANTED_KEY) ?? undefined;
    sessionStorage.removeItem(WANTED_KEY);
    return wanted;
  } catch {
    return undefined;
  }
}

function rememberWanted(next: string | undefined): void {
  try {
    if (next === undefined) sessionStorage.removeItem(WANTED_KEY);
    else sessionStorage.setItem(WANTED_KEY, next);
  } catch {
    // Forbidden storage costs only the way on: the person begins where they always begin.
  }
}

/** Leaves for the hospital's own sign-in page. */
export function SignOn({
  name,
  next,
  onUnavailable,
}: {
  name: string;
  next: string | undefined;
  /** It cannot be reached now: another way in is needed. */
  onUnavailable: (error: Error) => void;
}) {
  const t = useText();
  const begin = useBeginSingleSignOn();
  const leave = () =>
    begin.mutate(undefined, {
      onSuccess: ({ url }) => {
        rememberWanted(next);
        window.location.assign(url);
      },
      onError: onUnavailable,
    });
  return (
    <div className={styles.fields}>
      <p className={styles.hint}>{t('signOnHint', { name })}</p>
      <ActionButton primary size="large" busy={begin.isPending || begin.isSuccess} onClick={leave}>
        {t('goToSignOn', { name })}
      </ActionButton>
    </div>
  );
}
