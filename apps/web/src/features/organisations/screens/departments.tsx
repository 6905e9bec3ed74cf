import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { PageTitle, ProblemAlert, RowsSkeleton } from '../../../components';
import styles from '../admin/admin.module.css';
import { departmentsQuery } from '../admin/api';
import { CentreDialog, DepartmentDialog, RetireDepartmentDialog } from '../admin/department-dialogs';
import { DepartmentsTable, type DepartmentAct } from '../admin/departments-table';
import { useAdminTexts } from '../admin/locales';
import { Roster } from '../admin/roster';

/** `/admin/departments`: the departments of the host, and which of them form the centre. */
export function DepartmentsScreen() {
  const t = useAdminTexts();
  const [act, setAct] = useState<DepartmentAct | { act: 'add' | 'centre' }>();
  const { data, isPending, error, refetch } = useQuery(departmentsQuery);
  const close = () => setAct(undefined);
  const chosen =
    act !== undefined && 'departmentId' in act ? data?.items.find(({ id }) => id === act.departmentId) : undefined;
  return (
    <>
      <PageTitle title={t('departmentsTitle')} />
      <div className={styles.page}>
        {isPending && <RowsSkeleton rows={12} />}
        {data === undefined && (
          <ProblemAlert error={error} title={t('departmentsFailed')} onRetry={() => void refetch()} />
        )}
        {data !== undefined && (
          <>
            {data.mayManage && (
              <div className={styles.bar}>
                <Button
                  type="primary"
                  icon={<Plus size={15} aria-hidden="true" />}
                  onClick={() => setAct({ act: 'add' })}
                >
                  {t('addDepartment')}
                </Button>
              </div>
            )}
            <div className={styles.columns}>
              <DepartmentsTable data={data} onAct={setAct} />
              <Roster data={data} onRename={() => setAct({ act: 'centre' })} />
            </div>
            {act?.act === 'add' && <DepartmentDialog campuses={data.campuses} onClose={close} />}
            {act?.act === 'centre' && <CentreDialog centre={data.centre} onClose={close} />}
            {act?.act === 'change' && chosen && (
              <DepartmentDialog campuses={data.campuses} department={chosen} onClose={close} />
            )}
            {act?.act === 'retire' && chosen && <RetireDepartmentDialog department={chosen} onClose={close} />}
          </>
        )}
      </div>
    </>
  );
}
