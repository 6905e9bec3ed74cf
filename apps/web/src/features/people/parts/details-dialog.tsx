import { titles, type PersonView, type Title } from '@consilium/contracts';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { useLabel } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { useDirectory } from '../../organisations';
import { useAddPerson, useChangePerson } from '../api';
import { FormDialog } from '../../../components/form-dialog';
import { usePeopleText } from '../locales';
import styles from '../people.module.css';

interface Values {
  name: string;
  nameEn: string;
  title: Title;
  email: string;
  hospitalId: string;
}

function DetailFields() {
  const t = usePeopleText();
  const label = useLabel();
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="name" label={t('nameZh')}>
          <Input maxLength={120} autoComplete="off" lang="zh" />
        </Form.Item>
        <Form.Item name="nameEn" label={t('nameEn')}>
          <Input maxLength={120} autoComplete="off" lang="en" />
        </Form.Item>
      </div>
      <Form.Item name="title" label={t('jobTitle')}>
        <Select options={titles.schema.options.map((value) => ({ value, label: label(titles.labels[value]) }))} />
      </Form.Item>
      <Form.Item name="email" label={t('email')} extra={t('emailHint')}>
        <Input type="email" maxLength={254} autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** Every hospital of the house: the host first. */
export function useHospitalOptions(): { value: string; label: string }[] {
  const label = useLabel();
  const { data } = useDirectory();
  if (data === undefined) return [];
  return [data.hospital, ...data.partners].map(({ id, name }) => ({ value: id, label: label(name) }));
}

/** Adds a person and goes to them. */
export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const t = usePeopleText();
  const { data } = useDirectory();
  const add = useAddPerson();
  const navigate = useNavigate();
  const hospitals = useHospitalOptions();
  const initialValues: Values = {
    name: '',
    nameEn: '',
    title: 'ATTENDING',
    email: '',
    hospitalId: data?.hospital.id ?? '',
  };
  return (
    <FormDialog
      renewed={['people', 'person']}
      title={t('add')}
      name="add-person"
      okText={t('add')}
      initialValues={initialValues}
      onClose={onClose}
      submit={async (body) => {
        const { id } = await add.mutateAsync({ body });
        await navigate({ to: paths.adminPerson, params: { id } as never });
      }}
    >
      <DetailFields />
      <Form.Item name="hospitalId" label={t('home')}>
        <Select options={hospitals} />
      </Form.Item>
    </FormDialog>
  );
}

export function EditPersonDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = usePeopleText();
  const change = useChangePerson();
  const { id, version, name, nameEn, title, email } = person;
  return (
    <FormDialog
      renewed={['people', 'person']}
      title={t('details')}
      name="edit-person"
      initialValues={{ name, nameEn, title, email: email ?? '' }}
      onClose={onClose}
      submit={(values) => change.mutateAsync({ params: { id }, body: { ...values, version } })}
    >
      <DetailFields />
    </FormDialog>
  );
}
