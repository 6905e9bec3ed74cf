import {
  administratorRoles,
  departmentRoles,
  isAdministratorRole,
  isPartnerRole,
  partnerRoles,
  postingKinds,
  roles,
  staffRoles,
  type Directory,
  type PersonMembership,
  type PersonView,
  type PostingKind,
  type Role,
} from '@consilium/contracts';
import { Form, Input, Radio, Select } from 'antd';
import { useLabel } from '../../../lib/i18n';
import { serverNow } from '../../../lib/server-clock';
import { isoDay } from '../../../lib/time';
import { DepartmentSelect } from '../../organisations';
import { useAddMembership, useEndAdministratorRole, useEndMembership, useGrantAdministratorRole } from '../api';
import { FormDialog } from '../../../components/form-dialog';
import { usePeopleText } from '../locales';
import styles from '../people.module.css';
import { PeriodFields } from './period-fields';

const DAY = 86_400_000;
export const today = (): string => isoDay(serverNow());
const yesterday = (): string => isoDay(new Date(serverNow().getTime() - DAY));

interface Values {
  hospitalId: string;
  role: Role;
  departmentId: string | null;
  posting: PostingKind | null;
  validFrom: string;
  validTo: string;
}

const NEED_DEPARTMENT: readonly Role[] = departmentRoles;

/** A role at a hospital for a period; of somebody of another hospital at this one, a posting. */
export function AddMembershipDialog({
  person,
  host,
  onClose,
}: {
  person: PersonView;
  host: Directory['hospital'];
  onClose: () => void;
}) {
  const t = usePeopleText();
  const label = useLabel();
  const add = useAddMembership();
  const hostId = host.id;
  const places = person.hospital.isHost
    ? [{ value: person.hospital.id, label: label(person.hospital.name) }]
    : [
        { value: hostId, label: label(host.name) },
        { value: person.hospital.id, label: label(person.hospital.name) },
      ];
  const initialValues: Values = {
    hospitalId: places[0]?.value ?? '',
    role: 'DEPT_MEMBER',
    departmentId: null,
    posting: person.hospital.isHost ? null : 'SHORT',
    validFrom: today(),
    validTo: '',
  };
  const nameOf = (role: Role) => ({ value: role, label: label(roles.labels[role]) });
  return (
    <FormDialog
      renewed={['people', 'person']}
      title={t('addMembership')}
      name="add-membership"
      okText={t('give')}
      initialValues={initialValues}
      onClose={onClose}
      submit={({ hospitalId, role, departmentId, posting, validFrom, validTo }) =>
        add.mutateAsync({
          params: { id: person.id },
          body: {
            version: person.version,
            hospitalId,
            role,
            departmentId: isPartnerRole(role) ? null : (departmentId ?? null),
            posting: hospitalId === person.hospital.id ? null : (posting ?? null),
            validFrom,
            validTo: validTo === '' ? null : validTo,
          },
        })
      }
    >
      <Form.Item name="hospitalId" label={t('hospital')} hidden={places.length === 1}>
        <Select options={places} />
      </Form.Item>
      <Form.Item noStyle dependencies={['hospitalId', 'posting', 'role']}>
        {({ getFieldsValue }) => {
          const { hospitalId, posting, role } = getFieldsValue(true) as Values;
          const isHost = hospitalId === hostId;
          const isPosted = isHost && !person.hospital.isHost;
          return (
            <>
              <Form.Item name="posting" label={t('posting')} extra={t('postingHint')} hidden={!isPosted}>
                <Radio.Group
                  optionType="button"
                  options={postingKinds.schema.options.map((value) => ({
                    value,
                    label: label(postingKinds.labels[value]),
                  }))}
                />
              </Form.Item>
              <Form.Item name="role" label={t('role')} extra={isHost && !isPosted ? t('roleNeedsSecurity') : undefined}>
                <Select options={(isHost ? staffRoles : partnerRoles).map(nameOf)} />
              </Form.Item>
              {isHost && (
                <Form.Item name="departmentId" label={t('department')}>
                  <DepartmentSelect allowClear={!NEED_DEPARTMENT.includes(role)} />
                </Form.Item>
              )}
              <PeriodFields hint={isPosted ? (posting === 'LONG' ? t('longHint') : undefined) : t('noEnd')} />
            </>
          );
        }}
      </Form.Item>
    </FormDialog>
  );
}

/** One of the three administrators, given by the security administrator. */
export function GrantAdministratorDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = usePeopleText();
  const label = useLabel();
  const grant = useGrantAdministratorRole();
  const initialValues: { role: (typeof administratorRoles)[number]; validFrom: string; validTo: string } = {
    role: 'ADMIN',
    validFrom: today(),
    validTo: '',
  };
  return (
    <FormDialog
      renewed={['people', 'person']}
      title={t('grantAdministrator')}
      name="grant-administrator"
      okText={t('give')}
      initialValues={initialValues}
      onClose={onClose}
      submit={({ validTo, ...values }) =>
        grant.mutateAsync({
          params: { id: person.id },
          body: { ...values, validTo: validTo === '' ? null : validTo, version: person.version },
        })
      }
    >
      <Form.Item name="role" label={t('role')} extra={t('separate')}>
        <Select options={administratorRoles.map((value) => ({ value, label: label(roles.labels[value]) }))} />
      </Form.Item>
      <PeriodFields hint={t('noEnd')} />
    </FormDialog>
  );
}

/** Ends a membership at once or after a day. */
export function EndMembershipDialog({
  person,
  membership,
  onClose,
}: {
  person: PersonView;
  membership: PersonMembership;
  onClose: () => void;
}) {
  const t = usePeopleText();
  const label = useLabel();
  const endMembership = useEndMembership();
  const endAdministrator = useEndAdministratorRole();
  const end = isAdministratorRole(membership.role) ? endAdministrator : endMembership;
  return (
    <FormDialog
      renewed={['people', 'person']}
      title={t('endTitle', { role: label(roles.labels[membership.role]) })}
      name="end-membership"
      okText={t('end')}
      danger
      initialValues={{ when: 'now', lastDay: today() }}
      onClose={onClose}
      submit={({ when, lastDay }) =>
        end.mutateAsync({
          params: { id: person.id, membershipId: membership.id },
          body: { version: person.version, lastDay: when === 'now' ? yesterday() : lastDay },
        })
      }
    >
      <p className={styles.quiet}>{t('endLine')}</p>
      <Form.Item name="when">
        <Radio.Group
          options={[
            { value: 'now', label: t('endNow') },
            { value: 'after', label: t('endAfter') },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['when']}>
        {({ getFieldValue }) => (
          <Form.Item name="lastDay" label={t('lastDay')} hidden={getFieldValue('when') === 'now'}>
            <Input type="date" min={today()} />
          </Form.Item>
        )}
      </Form.Item>
    </FormDialog>
  );
}
