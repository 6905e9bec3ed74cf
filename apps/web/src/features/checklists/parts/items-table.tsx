import {
  automaticChecks,
  itemGroups,
  itemNeeds,
  itemOwners,
  tumourTypes,
  type ChecklistItem,
  type TumourType,
} from '@consilium/contracts';
import { Button } from 'antd';
import { useLabel } from '../../../lib/i18n';
import { useDirectory } from '../../organisations';
import styles from '../checklists.module.css';
import { useTexts } from '../locales';

interface ItemsTableProps {
  tumourType: TumourType;
  items: readonly ChecklistItem[];
  /** Left out where this person may only look. */
  onEdit: ((item: ChecklistItem) => void) | undefined;
  onRemove: (item: ChecklistItem) => void;
}

export function ItemsTable({ tumourType, items, onEdit, onRemove }: ItemsTableProps) {
  const t = useTexts();
  const l = useLabel();
  const { data } = useDirectory();
  const ownerOf = ({ owner, departmentCode }: ChecklistItem) => {
    const department = data?.departments.find(({ code }) => code === departmentCode);
    return l(department?.name ?? itemOwners.labels[owner]);
  };
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('list', { type: l(tumourTypes.labels[tumourType]) })}>
        <thead>
          <tr>
            {(['group', 'item', 'mandatory', 'needs', 'auto', 'valid', 'owner', 'basis'] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
            {onEdit && <th scope="col">{t('acts')}</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.code}>
              <td>{l(itemGroups.labels[item.group])}</td>
              <th scope="row">{l(item.label)}</th>
              <td>{t(item.mandatory ? 'mandatory' : 'optional')}</td>
              <td>{l(itemNeeds.labels[item.needs])}</td>
              <td>{item.auto === null ? t('byHand') : l(automaticChecks.labels[item.auto])}</td>
              <td>{item.validDays === null ? t('always') : t('days', { count: item.validDays })}</td>
              <td>{ownerOf(item)}</td>
              <td className={styles.basis}>{item.basis}</td>
              {onEdit && (
                <td className={styles.acts}>
                  <Button size="small" aria-label={t('editItem', { item: l(item.label) })} onClick={() => onEdit(item)}>
                    {t('edit')}
                  </Button>
                  <Button
                    size="small"
                    aria-label={t('removeItem', { item: l(item.label) })}
                    onClick={() => onRemove(item)}
                  >
                    {t('remove')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
