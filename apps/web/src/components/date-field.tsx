import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { isoDay } from '../lib/time';
import { serverNow } from '../lib/server-clock';
import type { FieldWiring } from './field-wiring';

/** An ISO date, `2026-11-18`, up to the hospital's today in the calendar, or beyond it where something is planned. It can be typed. */
export function DateField({
  value,
  onChange,
  isPlanned = false,
  ...field
}: FieldWiring<string> & { isPlanned?: boolean }) {
  return (
    <DatePicker
      {...field}
      style={{ width: '100%' }}
      format="YYYY-MM-DD"
      placeholder="YYYY-MM-DD"
      maxDate={isPlanned ? undefined : dayjs(isoDay(serverNow()))}
      value={value ? dayjs(value) : null}
      onChange={(chosen) => onChange?.(chosen?.isValid() === true ? chosen.format('YYYY-MM-DD') : null)}
      // Enter takes the typed date over; it must not send the form with it.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}
