import { centreRoles, type CentreRole, type ManagedDepartments, type RosterPlace } from '@consilium/contracts';
import { Button, Select } from 'antd';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ProblemAlert } from '../../../components';
import { NativeSelect } from '../../../components/native-select';
import { useLabel } from '../../../lib/i18n';
import styles from './admin.module.css';
import { useSetRoster } from './api';
import { useAdminTexts } from './locales';
import { moved } from './roster-order';

/** Which departments form the centre and in which order they stand everywhere; each change is kept at once. */
export function Roster({ data, onRename }: { data: ManagedDepartments; onRename: () => void }) {
  const t = useAdminTexts();
  const label = useLabel();
  const setRoster = useSetRoster();
  const list = useRef<HTMLOListElement>(null);
  const [last, setLast] = useState<{ id: string; by: 1 | -1 }>();
  const { centre, items, mayManage } = data;
  const shown = centre.roster.flatMap((place) => {
    const department = items.find(({ id, isRetired }) => id === place.departmentId && !isRetired);
    return department ? [{ ...place, name: label(department.name), sign: department.label }] : [];
  });
  const ids = shown.map(({ departmentId }) => departmentId);
  const order = ids.join();
  // The row that was moved keeps the focus, which the browser takes from a row that changes its place.
  useEffect(() => {
    if (last === undefined || !order.includes(last.id)) return;
    const row = list.current?.querySelector(`[data-department="${last.id}"]`);
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('button[data-by]') ?? [])];
    const same = buttons.find((button) => button.dataset['by'] === String(last.by) && !button.disabled);
    (same ?? buttons.find((button) => !button.disabled))?.focus();
  }, [last, list, order]);

  const keep = (roster: RosterPlace[] | undefined) => {
    if (roster === undefined || setRoster.isPending) return;
    setRoster.mutate({ body: { version: centre.version, roster } });
  };
  const move = (id: string, by: 1 | -1) => {
    const roster = moved(centre.roster, ids, id, by);
    if (roster === undefined || setRoster.isPending) return;
    setLast({ id, by });
    keep(roster);
  };
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(id, event.key === 'ArrowUp' ? -1 : 1);
  };
  const setRole = (id: string, role: CentreRole) =>
    keep(centre.roster.map((place) => (place.departmentId === id ? { ...place, role } : place)));
  const place = last === undefined ? -1 : ids.indexOf(last.id);

  return (
    <section className={styles.card} aria-label={t('roster')}>
      <header className={styles.cardHead}>
        <h3>{t('roster')}</h3>
        <span className={styles.quiet}>{label(centre.name)}</span>
        {mayManage && (
          <span className={styles.acts}>
            <Button size="small" onClick={onRename}>
              {t('renameCentre')}
            </Button>
          </span>
        )}
      </header>
      {mayManage && <p className={styles.quiet}>{t('rosterHint')}</p>}
      <ProblemAlert error={setRoster.error} title={t('rosterFailed')} />
      {shown.length === 0 && <p className={styles.quiet}>{t('emptyRoster')}</p>}
      <ol className={styles.roster} ref={list}>
        {shown.map(({ departmentId, role, name, sign }, index) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a second way to press the row's own buttons
          <li
            key={departmentId}
            data-department={departmentId}
            onKeyDown={mayManage ? (event) => onKeyDown(event, departmentId) : undefined}
          >
            <span className={styles.quiet}>{index + 1}</span>
            <span className={styles.sign} aria-hidden="true">
              {sign}
            </span>
            <span className={styles.grow}>{name}</span>
            {mayManage ? (
              <>
                <NativeSelect
                  label={t('centreRoleOf', { name })}
                  value={role}
                  options={centreRoles.schema.options.map((value) => ({
                    value,
                    label: label(centreRoles.labels[value]),
                  }))}
                  onChange={(chosen) => setRole(departmentId, chosen)}
                />
                {([-1, 1] as const).map((by) => (
                  <Button
                    key={by}
                    size="small"
                    data-by={by}
                    aria-label={t(by === -1 ? 'moveUp' : 'moveDown', { name })}
                    title={t(by === -1 ? 'moveUp' : 'moveDown', { name })}
                    icon={
                      by === -1 ? <ArrowUp size={14} aria-hidden="true" /> : <ArrowDown size={14} aria-hidden="true" />
                    }
                    disabled={by === -1 ? index === 0 : index === shown.length - 1}
                    onClick={() => move(departmentId, by)}
                  />
                ))}
                <Button
                  size="small"
                  aria-label={t('takeOutOf', { name })}
                  title={t('takeOutOf', { name })}
                  icon={<X size={14} aria-hidden="true" />}
                  onClick={() => keep(centre.roster.filter((one) => one.departmentId !== departmentId))}
                />
              </>
            ) : (
              <span className={styles.quiet}>{label(centreRoles.labels[role])}</span>
            )}
          </li>
        ))}
      </ol>
      {mayManage && (
        <Select<string>
          aria-label={t('takeIn')}
          placeholder={t('takeIn')}
          value={null}
          showSearch={{ optionFilterProp: 'label' }}
          options={items
            .filter(({ id, isRetired }) => !isRetired && !ids.includes(id))
            .map(({ id, name }) => ({ value: id, label: label(name) }))}
          onChange={(departmentId) => keep([...centre.roster, { departmentId, role: 'SUPPORTING' }])}
        />
      )}
      <output className="visually-hidden">
        {place !== -1 && t('moved', { name: shown[place]?.name ?? '', place: place + 1 })}
      </output>
    </section>
  );
}
