import type { ManagedHospitals } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { PageTitle, ProblemAlert, RowsSkeleton } from '../../../components';
import styles from '../admin/admin.module.css';
import { hospitalsQuery } from '../admin/api';
import { HospitalCard, type HospitalAct } from '../admin/hospital-card';
import { CampusDialog, HospitalDialog, RetireRoomDialog, RoomDialog } from '../admin/hospital-dialogs';
import { useAdminTexts } from '../admin/locales';

function Dialog({ data, act, onClose }: { data: ManagedHospitals; act: HospitalAct; onClose: () => void }) {
  if (act.act === 'hospital')
    return <HospitalDialog hospital={data.items.find(({ id }) => id === act.hospitalId)} onClose={onClose} />;
  if (act.act === 'campus') {
    const hospital = data.items.find(({ id }) => id === act.hospitalId);
    const campus = hospital?.campuses.find(({ id }) => id === act.campusId);
    return hospital && <CampusDialog hospital={hospital} campus={campus} onClose={onClose} />;
  }
  const campus = data.items.flatMap(({ campuses }) => campuses).find(({ id }) => id === act.campusId);
  const room = campus?.rooms.find(({ id }) => id === act.roomId);
  if (act.act === 'retire-room') return room && <RetireRoomDialog room={room} onClose={onClose} />;
  return campus && <RoomDialog campus={campus} room={room} onClose={onClose} />;
}

/** `/admin/hospitals`: the host and the others, their campuses with their zones, rooms and theatres. */
export function HospitalsScreen() {
  const t = useAdminTexts();
  const [act, setAct] = useState<HospitalAct>();
  const { data, isPending, error, refetch } = useQuery(hospitalsQuery);
  return (
    <>
      <PageTitle title={t('hospitalsTitle')} />
      <div className={styles.page}>
        {isPending && <RowsSkeleton rows={6} rowHeight={90} />}
        {data === undefined && (
          <ProblemAlert error={error} title={t('hospitalsFailed')} onRetry={() => void refetch()} />
        )}
        {data !== undefined && (
          <>
            {data.mayManage && (
              <div className={styles.bar}>
                <Button
                  type="primary"
                  icon={<Plus size={15} aria-hidden="true" />}
                  onClick={() => setAct({ act: 'hospital' })}
                >
                  {t('addHospital')}
                </Button>
              </div>
            )}
            <div className={styles.cards}>
              {data.items.map((hospital) => (
                <HospitalCard key={hospital.id} hospital={hospital} mayManage={data.mayManage} onAct={setAct} />
              ))}
            </div>
            {act !== undefined && <Dialog data={data} act={act} onClose={() => setAct(undefined)} />}
          </>
        )}
      </div>
    </>
  );
}
