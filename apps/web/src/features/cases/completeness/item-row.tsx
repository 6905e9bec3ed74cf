import { itemStates, type CompletenessItem, type ItemState } from '@consilium/contracts';
import { Button } from 'antd';
import { Check, CheckCheck, CircleDashed, Eye, Mail, MinusCircle, type LucideIcon } from 'lucide-react';
import { useLabel } from '../../../lib/i18n';
import { formatFormal, formatNear } from '../../../lib/time';
import { useTexts } from '../locales';
import styles from './completeness.module.css';

const GLYPHS: Record<ItemState, LucideIcon> = {
  MISSING: CircleDashed,
  REQUESTED: Mail,
  RECEIVED: Check,
  RE_READ: Eye,
  VERIFIED: CheckCheck,
  WAIVED: MinusCircle,
};

/** One item: where it stands, by whom and until when. */
export function ItemRow({ item, onSet }: { item: CompletenessItem; onSet: (() => void) | undefined }) {
  const t = useTexts();
  const l = useLabel();
  const Glyph = GLYPHS[item.state];
  const said =
    item.setBy === null
      ? ''
      : item.reason === ''
        ? t('itemByOnly', { by: item.setBy })
        : t('itemBy', { by: item.setBy, reason: item.reason });
  return (
    <li className={styles.item}>
      <span className={item.done ? styles.done : item.mandatory ? styles.missing : styles.open}>
        <Glyph size={14} aria-hidden="true" /> {l(itemStates.labels[item.state])}
      </span>
      <span className={styles.what} title={t('itemBasis', { basis: item.basis })}>
        {l(item.label)} {!item.mandatory && <small>{t('itemOptional')}</small>}
      </span>
      <span className={styles.facts}>
        {item.expired && item.factOn !== null && <strong>{t('itemExpired', { day: item.factOn })}</strong>}
        {!item.expired && item.factOn !== null && <span>{t('itemFactOn', { day: item.factOn })}</span>}
        {item.done && item.validUntil !== null && <span>{t('itemValidUntil', { day: item.validUntil })}</span>}
        {!item.done && <span>{l(item.ownerName)}</span>}
        {!item.done && item.dueAt !== null && (
          <span title={formatFormal(item.dueAt)}>{t('itemDue', { at: formatNear(item.dueAt) })}</span>
        )}
        {said !== '' && <span>{said}</span>}
      </span>
      {onSet && (
        <Button size="small" aria-label={t('itemActs', { item: l(item.label) })} onClick={onSet}>
          {t('setState')}
        </Button>
      )}
    </li>
  );
}
