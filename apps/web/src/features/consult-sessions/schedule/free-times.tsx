import type { Slot } from '@consilium/contracts';
import { Button, Form } from 'antd';
import { CalendarSearch } from 'lucide-react';
import { EmptyState, ProblemAlert } from '../../../components';
import { serverNow } from '../../../lib/server-clock';
import { isoDay } from '../../../lib/time';
import { useFindSlots } from '../api';
import { useText } from '../locales';
import { fromPicker, instantAt } from '../../../lib/wall-time';
import styles from './schedule.module.css';
import { SlotButtons } from './slot-buttons';
import type { TimeValues } from './time-fields';

/** From the morning of the day written in the form, or from now: free times that have passed help nobody. */
function searchFrom(startsAt: TimeValues['startsAt'] | undefined): string {
  const now = serverNow();
  if (startsAt === undefined || startsAt === null) return now.toISOString();
  const morning = instantAt(isoDay(fromPicker(startsAt)), '00:00');
  return (morning > now ? morning : now).toISOString();
}

/** Looks for times at which the room and all these people are free together. */
export function FreeTimes({ personIds, onTake }: { personIds: string[]; onTake: (slot: Slot) => void }) {
  const t = useText();
  const form = Form.useFormInstance<TimeValues>();
  const search = useFindSlots();
  const look = () => {
    const { startsAt, minutes, roomId } = form.getFieldsValue();
    if (typeof minutes === 'number' && roomId) {
      search.mutate({ from: searchFrom(startsAt), minutes, roomId, personIds });
      return;
    }
    // Shows at its field what is missing. The search must not wait for this promise: a field that is validated meanwhile rejects it
    // as out of date, without an error.
    form.validateFields(['minutes', 'roomId']).catch(() => undefined);
  };
  return (
    <div className={styles.freeTimes}>
      <Button icon={<CalendarSearch size={15} aria-hidden="true" />} loading={search.isPending} onClick={look}>
        {t('findFreeTimes')}
      </Button>
      <span className={styles.hint}>{t('findFreeTimesHint', { count: personIds.length })}</span>
      <ProblemAlert error={search.error} title={t('freeTimesFailed')} />
      {search.data !== undefined &&
        (search.data.items.length === 0 ? (
          <EmptyState text={t('noFreeTimes')} />
        ) : (
          <SlotButtons slots={search.data.items} named={t('freeTimes')} onTake={onTake} />
        ))}
    </div>
  );
}
