import type { Direction, FactChoice } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { X } from 'lucide-react';
import { useState } from 'react';
import { ProblemAlert, RowsSkeleton } from '../../../components';
import { NativeSelect } from '../../../components/native-select';
import { useLabel } from '../../../lib/i18n';
import { factsQuery } from '../api';
import { useText } from '../locales';
import styles from './record.module.css';

interface StandingFactsProps {
  sessionId: string;
  itemId: string;
  direction: Direction | null;
  /** What was chosen; null where the rules for the direction propose. */
  value: readonly FactChoice[] | null;
  onChange: (facts: FactChoice[] | null) => void;
}

/** The facts the decision stands on. They are proposed by the direction: nothing is to be done unless somebody knows better. */
export function StandingFacts(props: StandingFactsProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.basis}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        {t('standsOn')}
        <span className={styles.muted}>
          {props.value === null ? t('standsOnProposed') : t('standsOnChosen', { count: props.value.length })}
        </span>
      </summary>
      {isOpen && <Facts {...props} />}
    </details>
  );
}

function Facts({ sessionId, itemId, direction, value, onChange }: StandingFactsProps) {
  const t = useText();
  const label = useLabel();
  const { data, error, isPending, refetch } = useQuery(factsQuery(sessionId, itemId));
  if (isPending) return <RowsSkeleton rows={3} />;
  if (error !== null || data === undefined) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  const proposed: FactChoice[] =
    direction === null ? [] : data.byDirection[direction].map(({ key, validDays }) => ({ key, validDays }));
  const chosen = value ?? proposed;
  const basisOf = (key: string) =>
    direction === null ? undefined : data.byDirection[direction].find((one) => one.key === key)?.basis;
  const left = data.known.filter(({ key }) => !chosen.some((one) => one.key === key));
  return (
    <>
      {chosen.length === 0 && <p className={styles.muted}>{t('standsOnNothing')}</p>}
      <ul aria-label={t('standsOn')}>
        {chosen.map(({ key, validDays }) => {
          const fact = data.known.find((one) => one.key === key);
          const name = fact === undefined ? key : label(fact.label);
          const basis = basisOf(key);
          return (
            <li key={key} title={basis === undefined ? undefined : label(basis)}>
              <span>
                {name} {fact?.shown}
              </span>
              <span className={styles.actionOwner}>
                {fact?.observedOn} {validDays === null ? '' : t('validFor', { days: validDays })}
              </span>
              <button
                type="button"
                className={styles.remove}
                aria-label={t('removeFact', { name })}
                onClick={() => onChange(chosen.filter((one) => one.key !== key))}
              >
                <X size={13} aria-hidden="true" />
              </button>
            </li>
          );
        })}
      </ul>
      <div className={styles.basisActs}>
        {left.length > 0 && (
          <NativeSelect
            label={t('addFact')}
            value={undefined}
            options={left.map(({ key, label: name }) => ({ value: key, label: label(name) }))}
            onChange={(key) => {
              const known = proposed.find((one) => one.key === key);
              onChange([...chosen, known ?? { key, validDays: null }]);
            }}
          />
        )}
        {value !== null && (
          <Button size="small" onClick={() => onChange(null)}>
            {t('standsOnReset')}
          </Button>
        )}
      </div>
    </>
  );
}
