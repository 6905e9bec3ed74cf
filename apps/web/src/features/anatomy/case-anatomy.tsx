import { useQuery } from '@tanstack/react-query';
import { ProblemAlert, RowsSkeleton } from '../../components';
import { anatomyQuery } from './api';
import { DerivedList } from './derived-list';
import { useAnatomyText } from './locales';

/** What follows from the involved structures of one case, asked of the server. */
export function CaseAnatomyView({ caseNo }: { caseNo: string }) {
  const t = useAnatomyText();
  const { data, isPending, error, refetch } = useQuery(anatomyQuery(caseNo));
  if (isPending) return <RowsSkeleton rows={4} />;
  if (data === undefined)
    return <ProblemAlert error={error} title={t('derivedFailed')} onRetry={() => void refetch()} />;
  return <DerivedList anatomy={data} />;
}

/** The heading of the above, for the panel it stands in. */
export const useDerivedTitle = (): string => useAnatomyText()('derivedTitle');
