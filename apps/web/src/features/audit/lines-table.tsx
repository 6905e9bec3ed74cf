import { auditActionLabels, auditOutcomeLabels, roles, type AuditLine } from '@consilium/contracts';
import type { RefObject } from 'react';
import { labelOf, useLabel, useLocale } from '../../lib/i18n';
import styles from './lines-table.module.css';
import { objectKinds, useActorName, useTexts } from './locales';
import { formatSecond } from './times';

/** Enough of an id to tell two apart on a screen; the whole stands with the line. */
const ID_SHOWN = 8;

const shortId = (id: string) => (/^[0-9a-f]{8}-/.test(id) ? id.slice(-ID_SHOWN) : id);

/** Lines of the log, newest first; each opens what it changed. */
export function LinesTable({
  lines,
  openId,
  onOpen,
  tableRef,
}: {
  lines: readonly AuditLine[];
  openId: string | undefined;
  onOpen: (id: string) => void;
  tableRef: RefObject<HTMLTableElement | null>;
}) {
  const t = useTexts();
  const heads = ['time', 'person', 'roles', 'action', 'object', 'reason', 'source', 'outcome'] as const;
  return (
    <div className={styles.frame}>
      <table ref={tableRef} className={styles.table} aria-label={t('lines')}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} isOpen={line.id === openId} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line, isOpen, onOpen }: { line: AuditLine; isOpen: boolean; onOpen: (id: string) => void }) {
  const t = useTexts();
  const label = useLabel();
  const locale = useLocale();
  const actorName = useActorName();
  const time = formatSecond(line.at, locale);
  const action = labelOf(auditActionLabels, line.action);
  return (
    <tr aria-current={isOpen || undefined}>
      <td className={styles.time}>
        <button type="button" aria-label={t('open', { time, action })} onClick={() => onOpen(line.id)}>
          <time dateTime={line.at}>{time}</time>
        </button>
      </td>
      <td className={styles.person}>
        {actorName(line)}
        {line.actorId === null && <div className={styles.quiet}>{t('system')}</div>}
      </td>
      <td className={styles.roles}>{line.roles.map((role) => labelOf(roles.labels, role)).join(' · ')}</td>
      <th scope="row">{action}</th>
      <td className={styles.object}>
        {labelOf(objectKinds, line.objectKind)}
        {line.caseNo !== null && ` ${line.caseNo}`}
        {line.objectId !== null && line.objectId !== line.caseNo && (
          <div className={styles.quiet} title={line.objectId}>
            {line.objectName === null ? shortId(line.objectId) : label(line.objectName)}
          </div>
        )}
      </td>
      <td className={styles.reason}>{line.reason}</td>
      <td className={styles.source}>{line.source}</td>
      <td className={`${styles.outcome} ${line.outcome === 'REFUSED' ? styles.refused : ''}`}>
        {label(auditOutcomeLabels[line.outcome])}
      </td>
    </tr>
  );
}
