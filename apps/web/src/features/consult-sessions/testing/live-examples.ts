import type { AgendaItem, SessionView } from '@consilium/contracts';
import { caseOf } from './case-examples';
import { departmentId } from './house-examples';
import { itemOf, members, sessionOf } from './session-examples';

/** Few seats at the table are enough, and keep the screen small. */
const seated = ['urology', 'pathology', 'radiotherapy', 'transfusion'] as const;
const seatIds: string[] = seated.map(departmentId);
const atTheTable = members.filter((member) => member.role !== 'MEMBER' || seatIds.includes(member.departmentId ?? ''));
/** The discussed case with only these departments taking part. */
export const smallCase = (caseNo: string) => {
  const whole = caseOf({ caseNo });
  const participations = whole.round.participations.filter((one) => seatIds.includes(one.departmentId));
  return { ...whole, round: { ...whole.round, participations } };
};

/** A session at its first case of two, with the first one changed as told. */
export const sessionAt = (item: Partial<AgendaItem> = {}, changes: Partial<SessionView> = {}) =>
  sessionOf({
    members: atTheTable,
    agenda: [
      itemOf(1, {
        state: 'OPEN',
        maskedName: '张**',
        caseNo: 'P26-0187',
        availableActions: ['record', 'conclude', 'defer'],
        ...item,
      }),
      itemOf(2, { maskedName: '钱**', caseNo: 'P26-0179' }),
    ],
    ...changes,
  });
