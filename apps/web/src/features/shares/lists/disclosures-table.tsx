import { disclosureKinds, type DisclosureLine } from '@consilium/contracts';
import { useLabel } from '../../../lib/i18n';
import { formatDense, formatFormal } from '../../../lib/time';
import { useShareTexts } from '../locales';
import styles from '../shares.module.css';
import { Sections } from './sections';

/** Enough of a fingerprint to compare two on a screen; the whole is in the tooltip and in the export. */
const FINGERPRINT_SHOWN = 12;

const HEADS = ['time', 'person', 'caseColumn', 'session', 'received', 'content', 'basis'] as const;

/** Who of another hospital received what, when, on which consent. */
export function DisclosuresTable({
  lines,
  onOpen,
}: {
  lines: readonly DisclosureLine[];
  onOpen: (line: DisclosureLine) => void;
}) {
  const t = useShareTexts();
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('disclosures')}>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.id} line={line} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ line, onOpen }: { line: DisclosureLine; onOpen: (line: DisclosureLine) => void }) {
  const t = useShareTexts();
  const label = useLabel();
  const at = formatFormal(line.at);
  return (
    <tr>
      <td data-label={t('time')} className={styles.nowrap}>
        <time dateTime={line.at} title={at}>
          {formatDense(line.at)}
        </time>
      </td>
      <th scope="row">
        {line.person}
        <div className={styles.quiet} title={label(line.hospital.name)}>
          {label(line.hospital.shortName)}
        </div>
      </th>
      <td data-label={t('caseColumn')} className={styles.nowrap}>
        {line.caseNo}
        <div className={styles.quiet}>{line.pxCode}</div>
      </td>
      <td data-label={t('session')} className={styles.nowrap}>
        {formatDense(line.session.startsAt)}
      </td>
      <td data-label={t('received')}>
        {label(disclosureKinds.labels[line.kind])}
        <div className={styles.quiet}>
          <Sections sections={line.sections} />
        </div>
      </td>
      <td data-label={t('content')} className={styles.nowrap}>
        <Content line={line} at={at} onOpen={onOpen} />
      </td>
      <td data-label={t('basis')} className={styles.nowrap}>
        {t('consentSigned', { day: line.consent.signedOn })}
        {line.agreementNo !== null && <div className={styles.quiet}>{t('agreementNo', { no: line.agreementNo })}</div>}
      </td>
    </tr>
  );
}

function Content({ line, at, onOpen }: { line: DisclosureLine; at: string; onOpen: (line: DisclosureLine) => void }) {
  const t = useShareTexts();
  if (line.contentVersion === null || line.sha256 === null)
    return <span className={styles.quiet}>{t('contentUnknown')}</span>;
  const version = t('contentVersion', { n: line.contentVersion });
  return (
    <>
      {line.canOpen ? (
        <button
          type="button"
          className={styles.link}
          aria-label={t('contentOpen', { person: line.person, time: at })}
          onClick={() => onOpen(line)}
        >
          {version}
        </button>
      ) : (
        version
      )}
      <div className={styles.mono} title={t('fingerprint', { hash: line.sha256 })}>
        {line.sha256.slice(0, FINGERPRINT_SHOWN)}
      </div>
    </>
  );
}
