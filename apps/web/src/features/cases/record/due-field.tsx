import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { serverNow } from '../../../lib/server-clock';
import { isoDay } from '../../../lib/time';
import { useTexts } from '../locales';
import type { FieldWiring } from '../../../components/field-wiring';
import { instantOf, wallClock, workingDaysAhead } from './due-time';

const END_OF_WORK_HOUR = 17;
const OFFERED_DAYS = [1, 2, 3, 5, 7];

/** A due time, as an ISO instant, on the hospital's clock; the usual distances are one click away. */
export function DueField({ value, onChange, ...field }: FieldWiring<string>) {
  const t = useTexts();
  return (
    <DatePicker
      {...field}
      style={{ width: '100%' }}
      format="YYYY-MM-DD HH:mm"
      placeholder="YYYY-MM-DD HH:mm"
      needConfirm={false}
      showTime={{ format: 'HH:mm', minuteStep: 15 }}
      minDate={dayjs(isoDay(serverNow()))}
      presets={OFFERED_DAYS.map((days) => ({
        label: t('workingDaysAhead', { days, hour: END_OF_WORK_HOUR }),
        value: wallClock(workingDaysAhead(days, END_OF_WORK_HOUR)),
      }))}
      value={value ? wallClock(value) : null}
      onChange={(chosen) => onChange?.(chosen?.isValid() === true ? instantOf(chosen) : null)}
      // Enter takes the typed time over; it must not send the form with it.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}
