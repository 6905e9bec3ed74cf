import { centreRoles, departmentKinds, type ManagedDepartment, type ManagedDepartments } from '@consilium/contracts';
import { Button } from 'antd';
import { EmptyState, ProblemAlert } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import styles from './admin.module.css';
import { useBringBackDepartment } from './api';
import { useAdminTexts } from './locales';
import tables from './tables.module.css';

export type DepartmentAct = { act: 'change' | 'retire'; departmentId: string };

interface Managed {
  data: ManagedDepartments;
  onAct: (act: DepartmentAct) => void;
}

function Row({ data, department, onAct }: Managed & { department: ManagedDepartment }) {
  const t = useAdminTexts();
  const label = useLabel();
  const bringBack = useBringBackDepartment();
  const { id, version, isRetired } = department;
  const name = label(department.name);
  const role = data.centre.roster.find(({ departmentId }) => departmentId === id)?.role;
  return (
    <tr className={isRetired ? styles.retired : undefined}>
      <th scope="row">
        <span className={styles.sign} aria-hidden="true">
          {department.label}
        </span>{' '}
        {name}
        {isRetired && <span className={styles.tag}>{t('retired')}</span>}
        <div className={styles.quiet}>{[department.code, ...department.aliases].join(' · ')}</div>
      </th>
      <td data-label={t('kind')}>{label(departmentKinds.labels[department.kind])}</td>
      <td data-label={t('campuses')}>
        {data.campuses
          .filter((campus) => department.campusIds.includes(campus.id))
          .map((campus) => label(campus.name))
          .join(' · ')}
      </td>
      <td data-label={t('roster')}>{role === undefined ? t('centreNone') : label(centreRoles.labels[role])}</td>
      {data.mayManage && (
        <td>
          <span className={styles.acts}>
            <Button
              size="small"
              aria-label={t('changeOf', { name })}
              onClick={() => onAct({ act: 'change', departmentId: id })}
            >
              {t('change')}
            </Button>
            {isRetired ? (
              <Button
                size="small"
                aria-label={t('bringBackOf', { name })}
                loading={bringBack.isPending}
                onClick={() => bringBack.mutate({ params: { id }, body: { version } })}
              >
                {t('bringBack')}
              </Button>
            ) : (
              <Button
                size="small"
                aria-label={t('retireOf', { name })}
                onClick={() => onAct({ act: 'retire', departmentId: id })}
              >
                {t('retire')}
              </Button>
            )}
          </span>
          <ProblemAlert error={bringBack.error} />
        </td>
      )}
    </tr>
  );
}

/** Departments in use in the order of the centre, then the retired ones. */
export function DepartmentsTable({ data, onAct }: Managed) {
  const t = useAdminTexts();
  if (data.items.length === 0) return <EmptyState text={t('noDepartments')} />;
  return (
    <div className={tables.frame}>
      <table className={tables.table} aria-label={t('departmentList')}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('campuses')}</th>
            <th scope="col">{t('roster')}</th>
            {data.mayManage && (
              <th scope="col">
                <span className="visually-hidden">{t('acts')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {data.items.map((department) => (
            <Row key={department.id} data={data} department={department} onAct={onAct} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
