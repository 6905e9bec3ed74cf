import { roomKinds, type ManagedCampus, type ManagedHospital, type ManagedRoom } from '@consilium/contracts';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { ProblemAlert } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import styles from './admin.module.css';
import { useBringBackRoom } from './api';
import { useAdminTexts } from './locales';

/** What an administrator opens from the list, by id: what is shown then is always the newest. */
export type HospitalAct =
  | { act: 'hospital'; hospitalId?: string }
  | { act: 'campus'; hospitalId: string; campusId?: string }
  | { act: 'room'; campusId: string; roomId?: string }
  | { act: 'retire-room'; campusId: string; roomId: string };

interface Managed {
  mayManage: boolean;
  onAct: (act: HospitalAct) => void;
}

function RoomRow({ campus, room, mayManage, onAct }: Managed & { campus: ManagedCampus; room: ManagedRoom }) {
  const t = useAdminTexts();
  const label = useLabel();
  const bringBack = useBringBackRoom();
  const name = label(room.name);
  const of = { campusId: campus.id, roomId: room.id };
  return (
    <li className={room.isRetired ? styles.retired : undefined}>
      <span className={styles.roomKind}>{label(roomKinds.labels[room.kind])}</span>
      <span className={styles.grow}>
        {name}
        {room.isRetired && <span className={styles.tag}>{t('retired')}</span>}
      </span>
      <span className={styles.quiet}>
        {room.futureBookings > 0 && t('bookedAhead', { count: room.futureBookings })}
      </span>
      {mayManage && (
        <span className={styles.acts}>
          <Button size="small" aria-label={t('renameOf', { name })} onClick={() => onAct({ act: 'room', ...of })}>
            {t('rename')}
          </Button>
          {room.isRetired ? (
            <Button
              size="small"
              aria-label={t('bringBackOf', { name })}
              loading={bringBack.isPending}
              onClick={() => bringBack.mutate({ params: { id: room.id }, body: { version: room.version } })}
            >
              {t('bringBack')}
            </Button>
          ) : (
            <Button
              size="small"
              aria-label={t('retireOf', { name })}
              onClick={() => onAct({ act: 'retire-room', ...of })}
            >
              {t('retire')}
            </Button>
          )}
        </span>
      )}
      <ProblemAlert error={bringBack.error} />
    </li>
  );
}

function CampusPart({ hospital, campus, ...managed }: Managed & { hospital: ManagedHospital; campus: ManagedCampus }) {
  const t = useAdminTexts();
  const label = useLabel();
  const { mayManage, onAct } = managed;
  const name = label(campus.name);
  return (
    <section className={styles.campus} aria-label={name}>
      <header>
        <h4>{name}</h4>
        <span className={styles.quiet}>{campus.timeZone}</span>
        {campus.isDefault && hospital.campuses.length > 1 && <span className={styles.tag}>{t('default')}</span>}
        {mayManage && (
          <span className={styles.acts}>
            <Button
              size="small"
              aria-label={t('changeOf', { name })}
              onClick={() => onAct({ act: 'campus', hospitalId: hospital.id, campusId: campus.id })}
            >
              {t('change')}
            </Button>
            <Button
              size="small"
              icon={<Plus size={14} aria-hidden="true" />}
              aria-label={t('addRoomAt', { name })}
              onClick={() => onAct({ act: 'room', campusId: campus.id })}
            >
              {t('addRoomShort')}
            </Button>
          </span>
        )}
      </header>
      {campus.rooms.length === 0 ? (
        <p className={styles.quiet}>{t('noRooms')}</p>
      ) : (
        <ul className={styles.rooms}>
          {campus.rooms.map((room) => (
            <RoomRow key={room.id} campus={campus} room={room} {...managed} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** A hospital with its campuses, and what is at each of them. */
export function HospitalCard({ hospital, ...managed }: Managed & { hospital: ManagedHospital }) {
  const t = useAdminTexts();
  const label = useLabel();
  const name = label(hospital.name);
  const { mayManage, onAct } = managed;
  return (
    <section className={styles.card} aria-label={name}>
      <header className={styles.cardHead}>
        <h3>{name}</h3>
        {hospital.isHost && <span className={styles.tag}>{t('host')}</span>}
        <span className={styles.quiet}>
          {[label(hospital.shortName), hospital.province, hospital.code].filter((part) => part !== '').join(' · ')}
        </span>
        {mayManage && (
          <span className={styles.acts}>
            <Button
              size="small"
              aria-label={t('changeOf', { name })}
              onClick={() => onAct({ act: 'hospital', hospitalId: hospital.id })}
            >
              {t('change')}
            </Button>
            <Button
              size="small"
              icon={<Plus size={14} aria-hidden="true" />}
              aria-label={t('addCampusAt', { name })}
              onClick={() => onAct({ act: 'campus', hospitalId: hospital.id })}
            >
              {t('addCampusShort')}
            </Button>
          </span>
        )}
      </header>
      {hospital.campuses.length === 0 && <p className={styles.quiet}>{t('noCampuses')}</p>}
      {hospital.campuses.map((campus) => (
        <CampusPart key={campus.id} hospital={hospital} campus={campus} {...managed} />
      ))}
    </section>
  );
}
