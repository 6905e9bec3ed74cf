import type { Slot } from '@consilium/contracts';
import { Button } from 'antd';
import { Clock } from 'lucide-react';
import { formatClock, formatFormal, formatNear } from '../../../lib/time';
import { useText } from '../locales';
import styles from './schedule.module.css';

/** Free times, each a button that takes it over into the form. */
export function SlotButtons({ slots, named, onTake }: { slots: Slot[]; named: string; onTake: (slot: Slot) => void }) {
  const t = useText();
  return (
    <ul className={styles.slots} aria-label={named}>
      {slots.map((slot) => (
        <li key={slot.startsAt}>
          <Button
            icon={<Clock size={14} aria-hidden="true" />}
            title={formatFormal(slot.startsAt)}
            onClick={() => onTake(slot)}
          >
            {t('takeSlot', { from: formatNear(slot.startsAt), to: formatClock(slot.endsAt) })}
          </Button>
        </li>
      ))}
    </ul>
  );
}
