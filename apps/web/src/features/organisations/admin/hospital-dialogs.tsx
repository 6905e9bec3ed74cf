import { roomKinds, type ManagedCampus, type ManagedHospital, type ManagedRoom } from '@consilium/contracts';
import { Checkbox, Form, Input, Radio } from 'antd';
import { useLabel } from '../../../lib/i18n';
import styles from './admin.module.css';
import {
  useAddCampus,
  useAddHospital,
  useAddRoom,
  useChangeCampus,
  useChangeHospital,
  useRenameRoom,
  useRetireRoom,
} from './api';
import { NameFields, TimeZoneSelect } from './fields';
import { FormDialog } from '../../../components/form-dialog';
import { useAdminTexts } from './locales';

const NO_NAME = { zh: '', en: '' };

export function HospitalDialog({ hospital, onClose }: { hospital?: ManagedHospital | undefined; onClose: () => void }) {
  const t = useAdminTexts();
  const add = useAddHospital();
  const change = useChangeHospital();
  return (
    <FormDialog
      renewed={['organisation']}
      title={t(hospital ? 'changeHospital' : 'addHospital')}
      name="hospital"
      initialValues={{
        name: hospital?.name ?? NO_NAME,
        shortName: hospital?.shortName ?? NO_NAME,
        code: hospital?.code ?? '',
        province: hospital?.province ?? '',
      }}
      submit={(values) =>
        hospital
          ? change.mutateAsync({ params: { id: hospital.id }, body: { ...values, version: hospital.version } })
          : add.mutateAsync({ body: values })
      }
      onClose={onClose}
    >
      <NameFields label={t('name')} />
      <NameFields name="shortName" label={t('shortName')} />
      <div className={styles.pair}>
        <Form.Item name="code" label={t('code')} extra={t('codeHint')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="province" label={t('province')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

export function CampusDialog({
  hospital,
  campus,
  onClose,
}: {
  hospital: ManagedHospital;
  campus?: ManagedCampus | undefined;
  onClose: () => void;
}) {
  const t = useAdminTexts();
  const add = useAddCampus();
  const change = useChangeCampus();
  // One campus is always the default: the first, and the one that is now until another takes its place.
  const mustBeDefault = hospital.campuses.length === 0 || campus?.isDefault === true;
  return (
    <FormDialog
      renewed={['organisation']}
      title={t(campus ? 'changeCampus' : 'addCampus')}
      name="campus"
      initialValues={{
        name: campus?.name ?? NO_NAME,
        timeZone: campus?.timeZone ?? 'Asia/Shanghai',
        isDefault: mustBeDefault,
      }}
      submit={(values) =>
        campus
          ? change.mutateAsync({ params: { id: campus.id }, body: { ...values, version: campus.version } })
          : add.mutateAsync({ params: { id: hospital.id }, body: values })
      }
      onClose={onClose}
    >
      <NameFields label={t('name')} />
      <Form.Item name="timeZone" label={t('timeZone')} extra={campus && t('timeZoneHint')}>
        <TimeZoneSelect />
      </Form.Item>
      <Form.Item name="isDefault" valuePropName="checked" extra={t('defaultHint')}>
        <Checkbox disabled={mustBeDefault}>{t('isDefault')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

export function RoomDialog({
  campus,
  room,
  onClose,
}: {
  campus: ManagedCampus;
  room?: ManagedRoom | undefined;
  onClose: () => void;
}) {
  const t = useAdminTexts();
  const label = useLabel();
  const add = useAddRoom();
  const rename = useRenameRoom();
  return (
    <FormDialog
      renewed={['organisation']}
      title={t(room ? 'renameRoom' : 'addRoom')}
      name="room"
      initialValues={{ kind: room?.kind ?? 'MEETING_ROOM', name: room?.name ?? NO_NAME }}
      submit={({ kind, name }) =>
        room
          ? rename.mutateAsync({ params: { id: room.id }, body: { name, version: room.version } })
          : add.mutateAsync({ params: { id: campus.id }, body: { kind, name } })
      }
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('kind')} hidden={room !== undefined}>
        <Radio.Group
          options={roomKinds.schema.options.map((kind) => ({ value: kind, label: label(roomKinds.labels[kind]) }))}
        />
      </Form.Item>
      <NameFields label={t('name')} />
    </FormDialog>
  );
}

/** What was booked stays; the person is told how much that is before. */
export function RetireRoomDialog({ room, onClose }: { room: ManagedRoom; onClose: () => void }) {
  const t = useAdminTexts();
  const label = useLabel();
  const retire = useRetireRoom();
  const { id, version, futureBookings, name } = room;
  return (
    <FormDialog
      renewed={['organisation']}
      title={t('retireQuestion', { name: label(name) })}
      name="retire-room"
      initialValues={{}}
      okText={t('retire')}
      danger
      submit={() => retire.mutateAsync({ params: { id }, body: { version, futureBookings } })}
      onClose={onClose}
    >
      <p>{futureBookings === 0 ? t('retireFreeRoom') : t('retireBookedRoom', { count: futureBookings })}</p>
    </FormDialog>
  );
}
