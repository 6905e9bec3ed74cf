import {
  privilegeStates,
  surgeryLevels,
  type PersonView,
  type PrivilegeState,
  type SurgicalPrivilege,
} from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { EmptyState, StateTag, type TagTone } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { proceduresQuery, useGrantPrivilege, useWithdrawPrivilege } from '../api';
import { FormDialog } from '../../../components/form-dialog';
import { usePeopleText } from '../locales';
import styles from '../people.module.css';
import { today } from './membership-dialogs';
import { usePeriod } from './memberships-part';
import { PeriodFields } from './period-fields';

const TONES: Record<PrivilegeState, TagTone> = {
  COMING: 'scheduled',
  VALID: 'ok',
  EXPIRING: 'due',
  EXPIRED: 'neutral',
  WITHDRAWN: 'neutral',
};
const DAY = 86_400_000;
const daysUntil = (day: string): number => Math.round((Date.parse(day) - Date.parse(today())) / DAY);

/** What the person may operate on at the hospital. */
export function PrivilegesPart({ person }: { person: PersonView }) {
  const t = usePeopleText();
  const [open, setOpen] = useState<'grant' | SurgicalPrivilege>();
  const close = () => setOpen(undefined);
  return (
    <section className={styles.part} aria-labelledby="privileges">
      <header>
        <h2 id="privileges">{t('privileges')}</h2>
        <span className={styles.acts}>
          {person.availableActions.includes('grant-privilege') && (
            <Button onClick={() => setOpen('grant')}>{t('grantPrivilege')}</Button>
          )}
        </span>
      </header>
      <p className={styles.quiet}>{t('privilegesLine')}</p>
      {person.privileges.length === 0 && <EmptyState text={t('noPrivileges')} />}
      <ul className={styles.rows} aria-label={t('privileges')}>
        {person.privileges.map((privilege) => (
          <PrivilegeRow key={privilege.id} privilege={privilege} onWithdraw={() => setOpen(privilege)} />
        ))}
      </ul>
      {open === 'grant' && <GrantDialog person={person} onClose={close} />}
      {typeof open === 'object' && <WithdrawDialog person={person} privilege={open} onClose={close} />}
    </section>
  );
}

const levelWord = (level: number) => surgeryLevels.labels[level as 1 | 2 | 3 | 4];

function PrivilegeRow({ privilege, onWithdraw }: { privilege: SurgicalPrivilege; onWithdraw: () => void }) {
  const t = usePeopleText();
  const label = useLabel();
  const period = usePeriod();
  const { level, procedure, state, grantedBy, withdrawnBy, withdrawReason, validTo } = privilege;
  const isOver = state === 'EXPIRED' || state === 'WITHDRAWN';
  const name = procedure === null ? t('allOfLevel') : label(procedure);
  return (
    <li className={isOver ? styles.over : undefined}>
      <div className={styles.grow}>
        <strong>{label(levelWord(level))}</strong>
        <span>{name}</span>
        <span className={styles.quiet}>
          {[label(privilege.hospital), t('granted', { name: grantedBy })].join(' · ')}
          {withdrawnBy !== null && ` · ${t('withdrawn', { name: withdrawnBy, reason: withdrawReason ?? '' })}`}
        </span>
      </div>
      <span className={styles.days}>
        {period(privilege)}
        {state === 'EXPIRING' && <em>{t('expiresIn', { count: daysUntil(validTo) })}</em>}
      </span>
      <StateTag labels={privilegeStates.labels} state={state} tone={TONES[state]} />
      {privilege.availableActions.includes('withdraw') && (
        <Button size="small" onClick={onWithdraw} aria-label={`${t('withdraw')} ${label(levelWord(level))} ${name}`}>
          {t('withdraw')}
        </Button>
      )}
    </li>
  );
}

const ALL = '';
const OTHER = 'other';

function GrantDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = usePeopleText();
  const label = useLabel();
  const grant = useGrantPrivilege();
  const { data, isPending } = useQuery(proceduresQuery);
  const nextYear = new Date(Date.parse(today()) + 364 * DAY).toISOString().slice(0, 10);
  return (
    <FormDialog
      renewed={['people', 'person']}
      title={t('grantPrivilege')}
      name="grant-privilege"
      okText={t('give')}
      initialValues={{ level: 4, procedureCode: ALL, procedureName: '', validFrom: today(), validTo: nextYear }}
      onClose={onClose}
      submit={({ procedureCode, procedureName, ...values }) =>
        grant.mutateAsync({
          params: { id: person.id },
          body: {
            ...values,
            version: person.version,
            procedureCode: procedureCode === ALL || procedureCode === OTHER ? null : procedureCode,
            procedureName: procedureCode === OTHER ? procedureName : '',
          },
        })
      }
    >
      <Form.Item name="level" label={t('level')}>
        <Select options={[4, 3, 2, 1].map((value) => ({ value, label: label(levelWord(value)) }))} />
      </Form.Item>
      <Form.Item name="procedureCode" label={t('procedure')}>
        <Select
          loading={isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: ALL, label: t('allOfLevel') },
            { value: OTHER, label: t('otherProcedure') },
            ...(data?.items ?? []).map(({ code, name }) => ({ value: code, label: label(name) })),
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['procedureCode']}>
        {({ getFieldValue }) => (
          <Form.Item name="procedureName" label={t('procedureName')} hidden={getFieldValue('procedureCode') !== OTHER}>
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
        )}
      </Form.Item>
      <PeriodFields hint={undefined} />
    </FormDialog>
  );
}

function WithdrawDialog({
  person,
  privilege,
  onClose,
}: {
  person: PersonView;
  privilege: SurgicalPrivilege;
  onClose: () => void;
}) {
  const t = usePeopleText();
  const withdraw = useWithdrawPrivilege();
  return (
    <FormDialog
      renewed={['people', 'person']}
      title={t('withdrawTitle')}
      name="withdraw-privilege"
      okText={t('withdraw')}
      danger
      initialValues={{ reason: '' }}
      onClose={onClose}
      submit={({ reason }) =>
        withdraw.mutateAsync({
          params: { id: person.id, privilegeId: privilege.id },
          body: { version: person.version, reason },
        })
      }
    >
      <p className={styles.quiet}>{t('withdrawLine')}</p>
      <Form.Item name="reason" label={t('reason')}>
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
