import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useLocale } from '../lib/i18n';

/** What every screen expects around it: the cache, and the document's language. */
export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  const locale = useLocale();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
