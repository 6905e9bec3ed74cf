import type { AnswerOf, identityEndpoints } from '@consilium/contracts';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state';
import { PersonChip } from '../../components/person-chip';
import { useLabel } from '../../lib/i18n';
import styles from './entrance.module.css';
import { useText } from './locales';

type Person = AnswerOf<typeof identityEndpoints.demonstrationPeople>['items'][number];

const MANY = 8;

/** The people of the demonstration centre, each a button that fills in the account. */
export function DemonstrationPeople({
  people,
  onChoose,
}: {
  people: readonly Person[];
  onChoose: (username: string) => void;
}) {
  const t = useText();
  const label = useLabel();
  const [wanted, setWanted] = useState('');
  const words = wanted.trim().toLowerCase();
  const shown = people.filter(({ username, name, role, hospital }) =>
    [username, name.zh, name.en, role.zh, role.en, hospital.zh, hospital.en].some((text) =>
      text.toLowerCase().includes(words),
    ),
  );
  return (
    <section className={styles.people} aria-labelledby="demonstration-people">
      <h2 id="demonstration-people">{t('demonstrationPeople')}</h2>
      <p className={styles.hint}>{t('demonstrationHint')}</p>
      {people.length > MANY && (
        <input
          type="search"
          className={styles.search}
          value={wanted}
          placeholder={t('findPerson')}
          aria-label={t('findPerson')}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <ul>
        {shown.map((person) => (
          <li key={person.username}>
            <button type="button" onClick={() => onChoose(person.username)}>
              <PersonChip name={label(person.name)} size={26} />
              <span className={styles.personRole}>{label(person.role)}</span>
              <span className={styles.personHospital}>{label(person.hospital)}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <EmptyState text={t('nobodyFound')} />}
    </section>
  );
}
