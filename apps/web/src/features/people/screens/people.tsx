import {
  accountStates,
  postingKinds,
  roles,
  titles,
  type AccountState,
  type PersonListItem,
  type Role,
} from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { ChevronLeft, ChevronRight, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { EmptyState, PageTitle, ProblemAlert, RowsSkeleton, StateTag } from '../../../components';
import { NativeSelect } from '../../../components/native-select';
import { useLabel, useLocale } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { useDirectory } from '../../organisations';
import { usePeopleAddress, type PeopleAddress } from '../address';
import { peopleQuery, type PeopleWish } from '../api';
import { usePeopleText } from '../locales';
import { ACCOUNT_TONES } from '../parts/account-part';
import { AddPersonDialog, useHospitalOptions } from '../parts/details-dialog';
import styles from '../people.module.css';

const wishOf = (address: PeopleAddress): PeopleWish =>
  Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined));

/** `/admin/people`: everybody the house knows. */
export function PeopleScreen() {
  const t = usePeopleText();
  const [address, change] = usePeopleAddress();
  const { data, error, isPending, refetch } = useQuery(peopleQuery(wishOf(address)));
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <PageTitle title={t('title')} />
      <div className={styles.page}>
        <div className={styles.bar}>
          <Filters address={address} onChange={change} />
          {data?.availableActions.includes('add') && (
            <Button type="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          )}
        </div>
        {isPending && <RowsSkeleton rows={12} />}
        <ProblemAlert error={error} title={t('failed')} onRetry={() => void refetch()} />
        {data !== undefined && data.items.length === 0 && <EmptyState text={t('empty')} />}
        {data !== undefined && data.items.length > 0 && (
          <>
            <PeopleTable items={data.items} />
            <nav className={styles.pages} aria-label={t('page', { page: data.page, pages: data.pages })}>
              <span>{t('total', { count: data.total })}</span>
              <Button
                size="small"
                aria-label={t('previous')}
                disabled={data.page <= 1}
                icon={<ChevronLeft size={14} aria-hidden="true" />}
                onClick={() => change({ page: data.page - 1 })}
              />
              <span>{t('page', { page: data.page, pages: data.pages })}</span>
              <Button
                size="small"
                aria-label={t('next')}
                disabled={data.page >= data.pages}
                icon={<ChevronRight size={14} aria-hidden="true" />}
                onClick={() => change({ page: data.page + 1 })}
              />
            </nav>
          </>
        )}
      </div>
      {isAdding && <AddPersonDialog onClose={() => setAdding(false)} />}
    </>
  );
}

const ANY = 'ANY';

function Filters({ address, onChange }: { address: PeopleAddress; onChange: (change: PeopleAddress) => void }) {
  const t = usePeopleText();
  const label = useLabel();
  const { data } = useDirectory();
  const hospitals = useHospitalOptions();
  const [typed, setTyped] = useState(address.q ?? '');
  const any = (text: string) => ({ value: ANY as string, label: text });
  const words = <Code extends string>(codes: readonly Code[], labels: Record<Code, { zh: string; en: string }>) =>
    codes.map((value) => ({ value: value as string, label: label(labels[value]) }));
  const pick = (name: keyof PeopleAddress, value: string) => onChange({ [name]: value === ANY ? undefined : value });
  const isFiltered = Object.entries(address).some(([name, value]) => name !== 'page' && value !== undefined);
  return (
    <div className={styles.filters} role="search" aria-label={t('filters')}>
      <Input.Search
        className={styles.search}
        aria-label={t('search')}
        placeholder={t('search')}
        value={typed}
        maxLength={60}
        allowClear
        onChange={(event) => setTyped(event.target.value)}
        onSearch={(value) => onChange({ q: value.trim() === '' ? undefined : value.trim() })}
      />
      <NativeSelect
        label={t('hospital')}
        value={address.hospitalId ?? ANY}
        options={[any(t('anyHospital')), ...hospitals]}
        onChange={(value) => pick('hospitalId', value)}
      />
      <NativeSelect
        label={t('department')}
        value={address.departmentId ?? ANY}
        options={[
          any(t('anyDepartment')),
          ...(data?.departments ?? []).map(({ id, name }) => ({ value: id, label: label(name) })),
        ]}
        onChange={(value) => pick('departmentId', value)}
      />
      <NativeSelect
        label={t('role')}
        value={address.role ?? ANY}
        options={[any(t('anyRole')), ...words<Role>(roles.schema.options, roles.labels)]}
        onChange={(value) => pick('role', value)}
      />
      <NativeSelect
        label={t('account')}
        value={address.account ?? ANY}
        options={[any(t('anyAccount')), ...words<AccountState>(accountStates.schema.options, accountStates.labels)]}
        onChange={(value) => pick('account', value)}
      />
      {isFiltered && (
        <Button
          type="text"
          icon={<X size={14} aria-hidden="true" />}
          onClick={() => {
            setTyped('');
            onChange({
              q: undefined,
              hospitalId: undefined,
              departmentId: undefined,
              role: undefined,
              account: undefined,
            });
          }}
        >
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

function PeopleTable({ items }: { items: readonly PersonListItem[] }) {
  const t = usePeopleText();
  const label = useLabel();
  const isEnglish = useLocale() === 'en-US';
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('list')}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('hospital')}</th>
            <th scope="col">{t('department')}</th>
            <th scope="col">{t('role')}</th>
            <th scope="col">{t('account')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <Link to={paths.adminPerson} params={{ id: person.id } as never}>
                  {isEnglish ? person.nameEn : person.name}
                </Link>
                <span className={styles.quiet}>{label(titles.labels[person.title])}</span>
              </th>
              <td>
                {label(person.hospital)}
                {person.posting !== null && (
                  <span className={styles.tag}>{label(postingKinds.labels[person.posting])}</span>
                )}
              </td>
              <td>{person.departments.map(label).join(isEnglish ? ', ' : '、') || '–'}</td>
              <td>{person.roles.map((role) => label(roles.labels[role])).join(isEnglish ? ', ' : '、') || '–'}</td>
              <td>
                <StateTag labels={accountStates.labels} state={person.account} tone={ACCOUNT_TONES[person.account]} />
                {person.username !== null && <span className={styles.quiet}>{person.username}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
