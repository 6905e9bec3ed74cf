import {
  factSources,
  recordSections,
  type AnswerOf,
  type recordEndpoints,
  type RecordSection,
} from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { ProblemAlert, RowsSkeleton } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatFormal, formatNear } from '../../../lib/time';
import { historyQuery } from '../api';
import { differencesOf } from '../conflict/units';
import { useTexts } from '../locales';
import { unitWords } from '../words/unit-words';
import { useNames } from '../words/use-names';
import styles from './history.module.css';

type Writing = AnswerOf<typeof recordEndpoints.history>['items'][number];

/** Every writing of one part, latest first, each with what it changed. */
export function HistoryDrawer({
  caseNo,
  section,
  onClose,
}: {
  caseNo: string;
  section: RecordSection;
  onClose: () => void;
}) {
  const t = useTexts();
  const l = useLabel();
  const { data, error, isPending, refetch } = useQuery(historyQuery(caseNo, section));
  return (
    <Drawer open size={600} title={t('historyOf', { part: l(recordSections.labels[section]) })} onClose={onClose}>
      {isPending && <RowsSkeleton rows={4} rowHeight={72} />}
      {error !== null && <ProblemAlert error={error} title={t('historyFailed')} onRetry={() => void refetch()} />}
      <ol className={styles.writings}>
        {data?.items.map((writing, place) => (
          <WritingLine
            key={writing.revision}
            section={section}
            writing={writing}
            before={data.items[place + 1] ?? null}
          />
        ))}
      </ol>
    </Drawer>
  );
}

function WritingLine({
  section,
  writing,
  before,
}: {
  section: RecordSection;
  writing: Writing;
  before: Writing | null;
}) {
  const t = useTexts();
  const l = useLabel();
  const names = useNames();
  const changes = differencesOf(before?.content ?? {}, writing.content);
  const source = [l(factSources.labels[writing.source]), writing.sourceNote].filter((one) => one !== '').join(' · ');
  return (
    <li>
      <p className={styles.head}>
        <b>{t('revision', { number: writing.revision })}</b>
        <span>{writing.author}</span>
        <time dateTime={writing.recordedAt} title={formatFormal(writing.recordedAt)}>
          {formatNear(writing.recordedAt)}
        </time>
        <span>{t('provenance', { day: writing.observedOn, source })}</span>
      </p>
      {writing.reason !== '' && <p>{t('historyReason', { reason: writing.reason })}</p>}
      {before === null && <p className={styles.quiet}>{t('historyFirst')}</p>}
      {before !== null && changes.length === 0 && <p className={styles.quiet}>{t('historySame')}</p>}
      <dl className={styles.changes}>
        {changes.map((change) => {
          const words = unitWords(section, change.key, names);
          return (
            <div key={change.key}>
              <dt>{words.label}</dt>
              {before !== null && (
                <dd className={styles.before}>
                  <small>{t('before')}</small> <del>{words.print(change.before) || t('none')}</del>
                </dd>
              )}
              <dd>
                {before !== null && <small>{t('after')}</small>} <ins>{words.print(change.after) || t('none')}</ins>
              </dd>
            </div>
          );
        })}
      </dl>
    </li>
  );
}
