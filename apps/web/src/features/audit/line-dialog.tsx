import { auditActionLabels, auditOutcomeLabels, roles, type AuditEvent } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ProblemAlert, RowsSkeleton } from '../../components';
import { ModalDialog } from '../../components/modal-dialog';
import { labelOf, useLabel, useLocale } from '../../lib/i18n';
import { lineQuery } from './api';
import styles from './audit.module.css';
import { differenceOf, printed } from './difference';
import { objectKinds, useActorName, useTexts } from './locales';
import { formatSecond } from './times';

interface Neighbours {
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

/** One line of the log with what it changed and its place in the chain. */
export function LineDialog({ eventId, onClose, ...neighbours }: { eventId: string; onClose: () => void } & Neighbours) {
  const t = useTexts();
  const line = useQuery(lineQuery(eventId));
  return (
    <ModalDialog title={t('detail', { id: eventId })} onClose={onClose}>
      <div className={styles.detail}>
        {line.isPending && <RowsSkeleton rows={5} />}
        <ProblemAlert error={line.error} title={t('detailFailed')} onRetry={() => void line.refetch()} />
        {line.data !== undefined && <LineContent line={line.data} />}
      </div>
      <div className={styles.steps}>
        <Button disabled={neighbours.onPrevious === undefined} onClick={neighbours.onPrevious}>
          {t('previous')}
        </Button>
        <Button disabled={neighbours.onNext === undefined} onClick={neighbours.onNext}>
          {t('next')}
        </Button>
      </div>
    </ModalDialog>
  );
}

function useWords() {
  const t = useTexts();
  const locale = useLocale();
  return {
    text: (count: number, hash: string) => t('text', { count, hash }),
    none: t('none'),
    instant: (instant: string) => formatSecond(instant, locale),
  };
}

function LineContent({ line }: { line: AuditEvent }) {
  const t = useTexts();
  const label = useLabel();
  const locale = useLocale();
  const words = useWords();
  const actorName = useActorName();
  const particulars = Object.entries(line.detail).filter(([name]) => name !== 'reason');
  const facts: [string, string | null][] = [
    [t('time'), formatSecond(line.at, locale)],
    [t('person'), line.actorId === null ? `${actorName(line)} · ${t('system')}` : actorName(line)],
    [t('roles'), line.roles.map((role) => labelOf(roles.labels, role)).join(' · ')],
    [t('action'), `${labelOf(auditActionLabels, line.action)} · ${line.action}`],
    [t('outcome'), label(auditOutcomeLabels[line.outcome])],
    [
      t('object'),
      [labelOf(objectKinds, line.objectKind), line.caseNo, line.objectName && label(line.objectName)]
        .filter(Boolean)
        .join(' '),
    ],
    [t('objectId'), line.objectId],
    [t('reason'), line.reason],
    [t('source'), line.source],
    [t('request'), line.requestId],
    ...particulars.map(([name, value]): [string, string] => [name, printed(value, words)]),
    [
      t('seal'),
      line.seal === null
        ? t('notSealed')
        : t('sealedAs', {
            place: line.seal.sequence,
            at: formatSecond(line.seal.sealedAt, locale),
            hash: line.seal.hash,
          }),
    ],
  ];
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(
          ([name, value]) =>
            value !== null &&
            value !== '' && (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <Difference line={line} />
    </>
  );
}

function Difference({ line: { before, after } }: { line: AuditEvent }) {
  const t = useTexts();
  const rows = differenceOf(before, after, useWords());
  return (
    <section>
      <h3>{t('change')}</h3>
      {rows.length === 0 ? (
        <p className={styles.quiet}>{t('noChange')}</p>
      ) : (
        <>
          <table className={styles.difference} aria-label={t('change')}>
            <thead>
              <tr>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('before')}</th>
                <th scope="col">{t('after')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, before: old, after: present, isChanged }) => (
                <tr key={name} className={isChanged ? styles.changed : undefined}>
                  <th scope="row">
                    {name}
                    {isChanged && <span className={styles.quiet}> {t('changed')}</span>}
                  </th>
                  <td>{old ?? '–'}</td>
                  <td>{present ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.quiet}>{t('textNote')}</p>
        </>
      )}
    </section>
  );
}
