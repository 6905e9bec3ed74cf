import { caseStates, sexes, urgencies, type CaseListItem } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { RiskBadge, SlaChip, StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatFormal, formatNear, useNow } from '../../../lib/time';
import { useTexts } from '../locales';
import { partsOf } from './marked-text';
import styles from './case-rows.module.css';

interface CaseRowsProps {
  /** Accessible name of the table. */
  label: string;
  items: CaseListItem[];
  /** The tab of the case page that a row opens. */
  opens: 'overview' | 'departments';
  /** Words that were looked for: marked where they stand in a diagnosis. */
  marks?: readonly string[];
}

/** Moves the focus between the links of the rows; Enter follows a link by itself. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const links = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLElement>('a') ?? [])];
  const at = links.indexOf(event.currentTarget);
  const last = links.length - 1;
  const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  links[to]?.focus();
}

/** Cases as rows: a table on a wide screen, cards on a phone. */
export function CaseRows({ label, items, opens, marks = [] }: CaseRowsProps) {
  const t = useTexts();
  const now = useNow();
  const columns = [
    { text: t('columnDue') },
    { text: t('columnCase') },
    { text: t('columnPatient') },
    { text: t('columnDiagnosis') },
    { text: t('columnState') },
    { text: t('columnOpinions'), className: styles.opinions },
    { text: t('columnOwner') },
    { text: t('columnSession') },
  ];
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr className={styles.head}>
          {columns.map(({ text, className }) => (
            <th key={text} scope="col" className={className}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <CaseRow key={item.caseNo} item={item} opens={opens} marks={marks} now={now} />
        ))}
      </tbody>
    </table>
  );
}

interface CaseRowProps {
  item: CaseListItem;
  opens: CaseRowsProps['opens'];
  marks: readonly string[];
  now: Date;
}

function CaseRow({ item, opens, marks, now }: CaseRowProps) {
  const t = useTexts();
  const l = useLabel();
  return (
    <tr className={styles.row}>
      <td className={styles.due}>
        {item.nextDueAt === null ? (
          <span className={styles.quiet}>{t('nothingDue')}</span>
        ) : (
          <SlaChip dueAt={item.nextDueAt} now={now} />
        )}
      </td>
      <td className={styles.number}>
        <Link
          to="/cases/$caseNo"
          params={{ caseNo: item.caseNo }}
          search={{ tab: opens }}
          className={styles.link}
          onKeyDown={onArrow}
        >
          {item.caseNo}
        </Link>
      </td>
      <td className={styles.patient}>
        <b>{item.maskedName}</b>
        <span>
          {l(sexes.labels[item.sex])} {t('ageYears', { age: item.ageYears })}
        </span>
      </td>
      <td className={styles.diagnosis}>
        <span className={styles.text} title={item.diagnosis}>
          {partsOf(item.diagnosis, marks).map(({ text, isMarked, at }) =>
            isMarked ? <mark key={at}>{text}</mark> : text,
          )}
        </span>
        <span className={styles.badges}>
          {item.urgency === 'URGENT' && <StateTag labels={urgencies.labels} state="URGENT" tone="overdue" />}
          <RiskBadge risk={item.risk} />
          {item.recurrenceNumber > 0 && (
            <span className={styles.recurrence}>{t('recurrenceCount', { count: item.recurrenceNumber })}</span>
          )}
        </span>
      </td>
      <td className={styles.state}>
        <StateTag labels={caseStates.labels} state={item.state} />
      </td>
      <td className={styles.opinions}>
        <span aria-hidden="true">{item.opinionsOwed === 0 ? '–' : `${item.opinionsGiven}/${item.opinionsOwed}`}</span>
        <span className="visually-hidden">
          {t('opinionsLabel', { given: item.opinionsGiven, owed: item.opinionsOwed })}
        </span>
      </td>
      <td className={styles.owner}>{item.ownerName}</td>
      <td className={styles.session}>
        {item.sessionStartsAt === null ? (
          <span className={styles.quiet}>–</span>
        ) : (
          <time dateTime={item.sessionStartsAt} title={formatFormal(item.sessionStartsAt)}>
            {formatNear(item.sessionStartsAt, now)}
          </time>
        )}
      </td>
    </tr>
  );
}
