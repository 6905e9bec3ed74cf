import { useQuery } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import type { Dayjs } from 'dayjs';
import { serverNow } from '../../../lib/server-clock';
import { isoDay } from '../../../lib/time';
import { privilegeHoldersQuery } from '../../people';
import { usePlanText } from '../locales';
import type { PlanForm } from '../plan-form';
import { fromPicker } from '../../../lib/wall-time';

/** Level that a surgical stage of these plans asks of its lead; the service decides. */
const LEVEL = 4;
const DAY = 86_400_000;

/**
 * Who may lead a stage of an operation on its day: until when they hold the surgical privilege, or that they do not. Undefined for departments
 * that do not operate, and while it is not known.
 */
export function useLeadPrivileges(
  form: FormInstance<PlanForm>,
  index: number,
  departmentId: string | undefined,
): ((personId: string) => string) | undefined {
  const t = usePlanText();
  const { data } = useQuery(privilegeHoldersQuery);
  const startsAt = Form.useWatch('startsAt', form) as Dayjs | null | undefined;
  const dayOffset = Form.useWatch(['stages', index, 'dayOffset'], form) as number | null | undefined;
  if (data === undefined || departmentId === undefined || !data.departmentIds.includes(departmentId)) return undefined;
  const begins = startsAt ? fromPicker(startsAt).getTime() : serverNow().getTime();
  const day = isoDay(new Date(begins + (dayOffset ?? 0) * DAY));
  return (personId) => {
    const until = data.items
      .filter(
        (held) => held.personId === personId && held.level >= LEVEL && held.validFrom <= day && day <= held.validTo,
      )
      .map(({ validTo }) => validTo)
      .sort()
      .at(-1);
    return until === undefined ? t('lacksPrivilege') : t('holdsPrivilege', { day: until });
  };
}
