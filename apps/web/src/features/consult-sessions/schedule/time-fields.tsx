import { fieldProblems, type Slot } from '@consilium/contracts';
import { DatePicker, Form, InputNumber } from 'antd';
import type { Dayjs } from 'dayjs';
import { useLabel } from '../../../lib/i18n';
import { formatClock, hospitalZone } from '../../../lib/time';
import { RoomSelect } from '../../organisations';
import { useText } from '../locales';
import { fromPicker, toPicker } from '../../../lib/wall-time';
import styles from './schedule.module.css';

/** Time and place as they stand in a form; `startsAt` is the hospital's wall time. */
export interface TimeValues {
  startsAt: Dayjs | null;
  minutes: number | null;
  roomId: string;
}

export const DEFAULT_MINUTES = 120;

/** The values of the form that a free time stands for. */
export function timeOfSlot(slot: Slot): Pick<TimeValues, 'startsAt' | 'minutes'> {
  return {
    startsAt: toPicker(slot.startsAt),
    minutes: Math.round((Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / 60_000),
  };
}

/** Start, length and room of a session: typed or picked, always in the hospital's time. */
export function TimeFields() {
  const t = useText();
  const label = useLabel();
  const form = Form.useFormInstance<TimeValues>();
  const startsAt = Form.useWatch('startsAt', form);
  const minutes = Form.useWatch('minutes', form);
  const required = [{ required: true, message: label(fieldProblems.required) }];
  const end =
    startsAt === undefined || startsAt === null || typeof minutes !== 'number'
      ? undefined
      : formatClock(new Date(fromPicker(startsAt).getTime() + minutes * 60_000));
  return (
    <div className={styles.timeFields}>
      <Form.Item
        name="startsAt"
        label={t('startsAt')}
        rules={required}
        extra={t('zoneNote', { zone: hospitalZone() === 'Asia/Shanghai' ? t('beijingTime') : hospitalZone() })}
      >
        <DatePicker
          className={styles.fill}
          showTime={{ format: 'HH:mm', minuteStep: 5, showNow: false }}
          showNow={false}
          format="YYYY-MM-DD HH:mm"
          placeholder="2026-11-18 14:00"
          needConfirm={false}
          // Enter takes the typed time over; it must not send a form that is half filled in.
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      </Form.Item>
      <Form.Item
        name="minutes"
        label={t('minutesLabel')}
        rules={required}
        extra={end === undefined ? undefined : t('endsAtNote', { at: end })}
      >
        <InputNumber className={styles.fill} min={15} max={480} step={15} suffix={t('minutesUnit')} />
      </Form.Item>
      <Form.Item name="roomId" label={t('room')} rules={required} className={styles.wide}>
        <RoomSelect kind="MEETING_ROOM" />
      </Form.Item>
    </div>
  );
}
