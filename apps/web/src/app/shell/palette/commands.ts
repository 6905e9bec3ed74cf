import { caseFilters, caseStates, findEndpoints, type CaseListItem } from '@consilium/contracts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../lib/api';
import { useLabel } from '../../../lib/i18n';
import { useMe } from '../../../lib/me';
import { paths } from '../../../lib/paths';
import { recentCases } from '../../../lib/recent-cases';
import { useShellText } from '../../locales';
import { useEntries } from '../rail';
import { usePaletteText } from './texts';

export interface Command {
  id: string;
  group: 'recent' | 'cases' | 'screens' | 'acts';
  text: string;
  /** What stands beside it. */
  note?: string;
  to: string;
}

const MOST_CASES = 8;

/** Cases that fit what was typed, the newest first. What was typed stays in the body of the question and in memory only while it is shown. */
export const paletteCasesQuery = (q: string) =>
  queryOptions({
    queryKey: ['cases', 'palette', q] as const,
    queryFn: ({ signal }) =>
      call(findEndpoints.search, {
        body: { q, limit: MOST_CASES, filters: { ...caseFilters.parse({}), order: 'newest' } },
        signal,
      }),
    enabled: q !== '',
    gcTime: 0,
  });

const caseAt = (caseNo: string): string => paths.case.replace('$caseNo', caseNo);

/** What the palette offers this person for what was typed: recent cases before anything is typed, then cases, screens and actions that fit. */
export function useCommands(q: string, found: readonly CaseListItem[]): Command[] {
  const t = usePaletteText();
  const shell = useShellText();
  const label = useLabel();
  const me = useMe();
  const entries = useEntries();
  const may = (permission: (typeof me.permissions)[number]) => me.permissions.includes(permission);
  const screen = (id: string, text: string, to: string): Command => ({ id, group: 'screens', text, to });
  const act = (id: string, text: string, to: string): Command => ({ id, group: 'acts', text, to });
  const fixed = [
    ...entries.map(({ text, to }) => screen(text, shell(text), to)),
    ...(may('notification:read') ? [screen('inbox', t('inbox'), paths.inbox)] : []),
    ...(may('overdue:read') ? [screen('overdue', t('overdue'), paths.overdue)] : []),
    screen('security', t('security'), paths.security),
    ...(may('case:refer') ? [act('refer', t('refer'), paths.refer)] : []),
    ...(may('session:schedule') ? [act('schedule', t('schedule'), paths.schedule)] : []),
    ...(may('patient:merge') ? [act('join', t('joinRecords'), paths.patientMerge)] : []),
  ];
  if (q === '') {
    const recent = recentCases(me.id).map((caseNo): Command => ({
      id: `recent-${caseNo}`,
      group: 'recent',
      text: caseNo,
      to: caseAt(caseNo),
    }));
    return [...recent, ...fixed];
  }
  const wanted = q.toLowerCase();
  return [
    ...found.map(({ caseNo, maskedName, diagnosis, state }): Command => ({
      id: `case-${caseNo}`,
      group: 'cases',
      text: caseNo,
      note: `${maskedName} · ${label(caseStates.labels[state])} · ${diagnosis}`,
      to: caseAt(caseNo),
    })),
    ...fixed.filter(({ text }) => text.toLowerCase().includes(wanted)),
  ];
}
