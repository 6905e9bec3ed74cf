import { titles } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { PageTitle, ProblemAlert, RowsSkeleton } from '../../../components';
import { useLabel, useLocale } from '../../../lib/i18n';
import { paths } from '../../../lib/paths';
import { personQuery } from '../api';
import { usePeopleText } from '../locales';
import { AccountPart } from '../parts/account-part';
import { EditPersonDialog } from '../parts/details-dialog';
import { MembershipsPart } from '../parts/memberships-part';
import { PrivilegesPart } from '../parts/privileges-part';
import styles from '../people.module.css';

/** `/admin/people/$id`: one person with memberships, postings, surgical privileges and account. */
export function PersonScreen() {
  const t = usePeopleText();
  const label = useLabel();
  const locale = useLocale();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { data: person, error, isPending, refetch } = useQuery(personQuery(id));
  const [isEditing, setEditing] = useState(false);
  const shown = person && (locale === 'en-US' ? person.nameEn : person.name);
  return (
    <>
      <PageTitle title={shown ?? t('personTitle')} />
      <div className={styles.page}>
        <Link to={paths.adminPeople} className={styles.back}>
          <ArrowLeft size={14} aria-hidden="true" />
          {t('back')}
        </Link>
        {isPending && <RowsSkeleton rows={10} />}
        <ProblemAlert error={error} title={t('failed')} onRetry={() => void refetch()} />
        {person !== undefined && (
          <>
            <section className={styles.part} aria-labelledby="details">
              <header>
                <h2 id="details">
                  {person.name}
                  <span className={styles.quiet}> {person.nameEn}</span>
                </h2>
                {person.availableActions.includes('edit') && (
                  <Button onClick={() => setEditing(true)}>{t('edit')}</Button>
                )}
              </header>
              <dl className={styles.facts}>
                {(
                  [
                    [t('home'), label(person.hospital.name)],
                    [t('jobTitle'), label(titles.labels[person.title])],
                    [t('email'), person.email ?? t('none')],
                  ] as const
                ).map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </section>
            <div className={styles.columns}>
              <div className={styles.stack}>
                <MembershipsPart person={person} />
                <PrivilegesPart person={person} />
              </div>
              <AccountPart person={person} />
            </div>
            {isEditing && <EditPersonDialog person={person} onClose={() => setEditing(false)} />}
          </>
        )}
      </div>
    </>
  );
}
