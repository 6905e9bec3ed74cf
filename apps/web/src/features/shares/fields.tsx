import { ALWAYS_SHARED, shareSections, type ShareSection } from '@consilium/contracts';
import { Checkbox, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useLabel } from '../../lib/i18n';
import { serverNow } from '../../lib/server-clock';
import { isoDay } from '../../lib/time';
import { fromPicker, toPicker } from '../../lib/wall-time';

interface Wiring<T> {
  id?: string;
  value?: T | null;
  onChange?: (value: T) => void;
  disabled?: boolean;
  'aria-label'?: string;
}

const isAlways = (section: ShareSection) => (ALWAYS_SHARED as readonly ShareSection[]).includes(section);

/** What goes with a share. What nobody could advise without is ticked and stays so. */
export function SectionsField({ value, onChange, disabled = false, ...wiring }: Wiring<ShareSection[]>) {
  const label = useLabel();
  return (
    <Checkbox.Group
      {...wiring}
      style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: '4px 12px' }}
      value={value ?? []}
      disabled={disabled}
      onChange={onChange}
      options={shareSections.schema.options.map((section) => ({
        value: section,
        label: label(shareSections.labels[section]),
        disabled: disabled || isAlways(section),
      }))}
    />
  );
}

/** An instant, on the hospital's clock. */
export function InstantField({ value, onChange, ...wiring }: Wiring<string>) {
  return (
    <DatePicker
      {...wiring}
      style={{ width: '100%' }}
      format="YYYY-MM-DD HH:mm"
      placeholder="YYYY-MM-DD HH:mm"
      allowClear={false}
      needConfirm={false}
      showTime={{ format: 'HH:mm', minuteStep: 15 }}
      minDate={dayjs(isoDay(serverNow()))}
      value={value ? toPicker(value) : null}
      onChange={(chosen) => {
        if (chosen?.isValid() === true) onChange?.(fromPicker(chosen).toISOString());
      }}
      // Enter takes the typed time over; it must not send the form with it.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}

/** A day of the calendar; `until` and `from` are the first and last that may be chosen. */
export function DayField({
  value,
  onChange,
  from,
  until,
  ...wiring
}: Omit<Wiring<string | null>, 'value'> & { value?: string | null; from?: string; until?: string }) {
  return (
    <DatePicker
      {...wiring}
      style={{ width: '100%' }}
      format="YYYY-MM-DD"
      placeholder="YYYY-MM-DD"
      {...(from === undefined ? {} : { minDate: dayjs(from) })}
      {...(until === undefined ? {} : { maxDate: dayjs(until) })}
      value={value ? dayjs(value) : null}
      onChange={(chosen) => onChange?.(chosen?.isValid() === true ? chosen.format('YYYY-MM-DD') : null)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}
