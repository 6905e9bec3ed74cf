import type { Locale, Me } from '@consilium/contracts';
import { useRouter } from '@tanstack/react-router';
import { showLocale } from '../../lib/i18n';
import { innerPath } from '../../lib/paths';
import { useSetLocale } from './api';

/** Goes on to where somebody who has just signed in wanted to be, or to where they start, in the language they chose before. */
export function useGoIn(chosenLocale?: Locale): (me: Me, next?: string) => Promise<void> {
  const router = useRouter();
  const setLocale = useSetLocale();
  return async (me, next) => {
    // Who switched the language on this page wants to keep it; a failure to store it must not keep anybody out.
    if (chosenLocale !== undefined && chosenLocale !== me.locale) {
      await setLocale.mutateAsync(chosenLocale).catch(() => undefined);
    }
    await showLocale(chosenLocale ?? me.locale);
    const wanted = innerPath(next);
    router.history.push(wanted === '/' ? innerPath(me.home) : wanted);
  };
}
