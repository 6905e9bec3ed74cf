import { boardEndpoints, organisationEndpoints, type Board, type OverdueItem } from '@consilium/contracts';
import { act, screen } from '@testing-library/react';
import { answer, renderScreen, somebody } from '../../../testing/server';
import { BoardScreen } from '../screens/board';
import { inHours, sampleCard, sampleDirectory, sampleDot, sampleId, urology } from '../../../testing/sample-board';

export const urologist = somebody({
  id: sampleId(201),
  memberships: [{ role: 'DEPT_LEAD', departmentId: urology.id, department: urology.name }],
  permissions: ['directory:read', 'case:read', 'case:refer', 'board:read', 'overdue:read', 'opinion:give'],
});

export const late = sampleCard('P26-0187', {
  dueAt: inHours(-15),
  dueKind: 'OPINION',
  risk: 'HIGH',
  recurrenceNumber: 2,
  presentation: 'LOCAL_RECURRENCE',
  dots: [sampleDot(urology, { dueAt: inHours(-15) })],
  opinionsGiven: 3,
  opinionsOwed: 9,
});
export const later = sampleCard('P26-0196', {
  maskedName: '陈**',
  owner: { id: sampleId(202), name: '江听澜' },
  dueAt: inHours(60),
  dueKind: 'OPINION',
});
export const ready = sampleCard('P26-0184', { maskedName: '何**', column: 'READY' });
export const scheduled = sampleCard('P26-0179', {
  maskedName: '钱**',
  column: 'SCHEDULED',
  dueAt: inHours(5),
  dueKind: 'SESSION',
  session: { id: sampleId(300), title: '联合 MDT', startsAt: inHours(5), ordinal: 4 },
});
export const inFollowUp = sampleCard('P26-0131', {
  maskedName: '朱**',
  column: 'FOLLOW_UP',
  dueAt: inHours(-50),
  dueKind: 'SIGNATURE',
});

export function houseWith(board: Board, overdue: OverdueItem[] = []) {
  answer(organisationEndpoints.directory, sampleDirectory);
  answer(boardEndpoints.read, board);
  answer(boardEndpoints.overdue, { items: overdue, total: overdue.length });
}
export const show = (search = '', code = 'urology') =>
  renderScreen(<BoardScreen />, { route: `/d/${code}/board${search}`, me: urologist });
export const card = (caseNo: string) => screen.findByRole('link', { name: new RegExp(`^${caseNo}`) });
export const focusOn = async (caseNo: string) => {
  const shown = await card(caseNo);
  act(() => shown.focus());
};
export const column = (name: string) => screen.findByRole('region', { name: new RegExp(`^${name}`) });
