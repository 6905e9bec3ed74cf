import { newsSources, newsStates, sexes, type NewsItem } from '@consilium/contracts';
import { Button } from 'antd';
import { ProblemAlert, SlaChip, StateTag, type TagTone } from '../../components';
import { labelOf, useLabel } from '../../lib/i18n';
import { formatFormal, formatNear } from '../../lib/time';
import { useNewsAct } from './api';
import styles from './news.module.css';
import { useTexts } from './locales';
import { Severity } from './severity';

const tones: Record<NewsItem['state'], TagTone> = {
  NEW: 'due',
  TRIAGED: 'due',
  ACKNOWLEDGED: 'progress',
  ACTIONED: 'scheduled',
  CLOSED: 'ok',
};

export function NewsState({ item }: { item: NewsItem }) {
  return <StateTag labels={newsStates.labels} state={item.state} tone={tones[item.state]} />;
}

/** The time left to acknowledge it, or when that was done. */
export function NewsClock({ item, now }: { item: NewsItem; now: Date }) {
  const t = useTexts();
  if (item.acknowledgedAt === null) return <SlaChip dueAt={item.dueAt} now={now} filled />;
  const late = Date.parse(item.acknowledgedAt) > Date.parse(item.dueAt);
  return (
    <time className={styles.quiet} dateTime={item.acknowledgedAt} title={formatFormal(item.acknowledgedAt)}>
      {t(late ? 'acknowledgedLate' : 'acknowledgedAt', { at: formatNear(item.acknowledgedAt, now) })}
    </time>
  );
}

export function Acknowledge({ item }: { item: NewsItem }) {
  const t = useTexts();
  const act = useNewsAct('acknowledge');
  return (
    <>
      <Button
        type="primary"
        className={styles.tap}
        loading={act.isPending}
        onClick={() => act.mutate({ id: item.id, body: { version: item.version } })}
      >
        {t('do_acknowledge')}
      </Button>
      <ProblemAlert error={act.error} title={t('actFailed')} />
    </>
  );
}

/** One piece of news in a list: how grave, of whom, what, from whom, and how far it is. */
export function NewsRow({
  item,
  now,
  showsCase,
  onOpen,
}: {
  item: NewsItem;
  now: Date;
  showsCase: boolean;
  onOpen: () => void;
}) {
  const t = useTexts();
  const l = useLabel();
  const { patient } = item;
  return (
    <li className={styles.row} data-severity={item.acknowledgedAt === null ? (item.severity ?? undefined) : undefined}>
      <button
        type="button"
        className={styles.face}
        aria-label={t('open', { caseNo: item.caseNo })}
        aria-haspopup="dialog"
        onClick={onOpen}
      >
        <span className={styles.line}>
          {item.severity !== null && <Severity severity={item.severity} />}
          {showsCase && (
            <>
              <span className={styles.number}>{item.caseNo}</span>
              <span>
                {t('patient', {
                  name: patient.maskedName,
                  sex: labelOf(sexes.labels, patient.sex),
                  age: patient.ageYears,
                })}
              </span>
            </>
          )}
          <NewsState item={item} />
        </span>
        <span className={styles.text}>{item.text}</span>
        <span className={styles.quiet}>
          {t('by', {
            source: l(newsSources.labels[item.source]),
            name: item.author.name,
            at: formatNear(item.reportedAt, now),
          })}
          {showsCase && ` · ${t('owner', { name: item.owner.name })}`}
        </span>
      </button>
      <div className={styles.acts}>
        <NewsClock item={item} now={now} />
        {item.availableActions.includes('acknowledge') && <Acknowledge item={item} />}
      </div>
    </li>
  );
}
