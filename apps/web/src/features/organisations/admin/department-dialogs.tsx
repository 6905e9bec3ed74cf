import { departmentKinds, type ManagedDepartment, type ManagedDepartments } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import { ProblemAlert, RowsSkeleton } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import styles from './admin.module.css';
import { departmentUseQuery, useAddDepartment, useChangeDepartment, useRenameCentre, useRetireDepartment } from './api';
import { NameFields } from './fields';
import { FormDialog } from '../../../components/form-dialog';
import { useAdminTexts } from './locales';

export function DepartmentDialog({
  campuses,
  department,
  onClose,
}: {
  campuses: ManagedDepartments['campuses'];
  department?: ManagedDepartment | undefined;
  onClose: () => void;
}) {
  const t = useAdminTexts();
  const label = useLabel();
  const add = useAddDepartment();
  const change = useChangeDepartment();
  return (
    <FormDialog
      renewed={['organisation']}
      title={t(department ? 'changeDepartment' : 'addDepartment')}
      name="department"
      initialValues={{
        name: department?.name ?? { zh: '', en: '' },
        code: department?.code ?? '',
        label: department?.label ?? '',
        aliases: department?.aliases ?? [],
        kind: department?.kind ?? ('surgical' as const),
        campusIds: department?.campusIds ?? campuses.slice(0, 1).map(({ id }) => id),
      }}
      submit={(values) =>
        department
          ? change.mutateAsync({ params: { id: department.id }, body: { ...values, version: department.version } })
          : add.mutateAsync({ body: values })
      }
      onClose={onClose}
    >
      <NameFields label={t('name')} />
      <div className={styles.pair}>
        <Form.Item name="code" label={t('code')} extra={t('codeHint')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="label" label={t('label')} extra={t('labelHint')}>
          <Input maxLength={2} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="kind" label={t('kind')}>
        <Select
          options={departmentKinds.schema.options.map((kind) => ({
            value: kind,
            label: label(departmentKinds.labels[kind]),
          }))}
        />
      </Form.Item>
      <Form.Item name="aliases" label={t('aliases')} extra={t('aliasesHint')}>
        <Select mode="tags" open={false} suffixIcon={null} maxCount={20} />
      </Form.Item>
      <Form.Item name="campusIds" label={t('campuses')}>
        <Checkbox.Group options={campuses.map(({ id, name }) => ({ value: id, label: label(name) }))} />
      </Form.Item>
    </FormDialog>
  );
}

/** Names what the department still has to do before it is taken out of use; the numbers told are sent along. */
export function RetireDepartmentDialog({
  department,
  onClose,
}: {
  department: ManagedDepartment;
  onClose: () => void;
}) {
  const t = useAdminTexts();
  const label = useLabel();
  const retire = useRetireDepartment();
  const { id, version, name } = department;
  const use = useQuery(departmentUseQuery(id));
  return (
    <FormDialog
      renewed={['organisation']}
      title={t('retireQuestion', { name: label(name) })}
      name="retire-department"
      initialValues={{}}
      okText={t('retire')}
      danger
      isBlocked={use.data === undefined}
      submit={() =>
        use.data === undefined
          ? Promise.resolve()
          : retire.mutateAsync({ params: { id }, body: { version, ...use.data } })
      }
      onClose={onClose}
    >
      <p>{t('retireDepartmentNote')}</p>
      {use.isPending && <RowsSkeleton rows={1} rowHeight={40} />}
      <ProblemAlert error={use.error} title={t('useFailed')} onRetry={() => void use.refetch()} />
      {use.data !== undefined && (
        <p className={styles.counts}>{t('departmentUse', { cases: use.data.openCases, people: use.data.people })}</p>
      )}
    </FormDialog>
  );
}

export function CentreDialog({ centre, onClose }: { centre: ManagedDepartments['centre']; onClose: () => void }) {
  const t = useAdminTexts();
  const rename = useRenameCentre();
  return (
    <FormDialog
      renewed={['organisation']}
      title={t('renameCentre')}
      name="centre"
      initialValues={{ name: centre.name }}
      submit={({ name }) => rename.mutateAsync({ body: { name, version: centre.version } })}
      onClose={onClose}
    >
      <NameFields label={t('name')} />
    </FormDialog>
  );
}
