import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { isoDay } from '../../../lib/time';
import { serverNow } from '../../../lib/server-clock';

interface DateFieldProps {
  id?: string;
  /** ISO date, `2026-11-18`. */
  value?: string | null;
  onChange?: (value: string | null) => void;
  'aria-label'?: string;
}

/** A calendar date up to the hospital's today, as the contract writes it. It can be typed. */
export function DateField({ value, onChange, ...field }: DateFieldProps) {
  return (
    <DatePicker
      {...field}
      style={{ width: '100%' }}
      format="YYYY-MM-DD"
      placeholder="YYYY-MM-DD"
      maxDate={dayjs(isoDay(serverNow()))}
      value={value ? dayjs(value) : null}
      onChange={(chosen) => onChange?.(chosen?.isValid() === true ? chosen.format('YYYY-MM-DD') : null)}
      // Enter takes the typed date over; it must not send the form with it.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}
