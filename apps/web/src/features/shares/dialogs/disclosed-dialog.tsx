import { shareSections, treatmentKinds, type DisclosedContent, type DisclosureLine } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { ProblemAlert, RowsSkeleton } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatFormal } from '../../../lib/time';
import { disclosedQuery } from '../api';
import { useShareTexts } from '../locales';
import styles from '../shares.module.css';

/** What somebody of another hospital received, word for word. */
export function DisclosedDialog({ line, onClose }: { line: DisclosureLine; onClose: () => void }) {
  const t = useShareTexts();
  const { data, error, isPending, refetch } = useQuery(disclosedQuery(line.id));
  return (
    <Modal
      open
      width={760}
      footer={null}
      title={t('disclosedTitle', { person: line.person, at: formatFormal(line.at) })}
      onCancel={onClose}
    >
      <div className={styles.disclosed}>
        {isPending && <RowsSkeleton rows={6} />}
        {error !== null && <ProblemAlert error={error} title={t('disclosedFailed')} onRetry={() => void refetch()} />}
        {data !== undefined && (
          <>
            <p className={styles.note}>{t('disclosedNote')}</p>
            <Content content={data.content} listOnly={line.kind === 'LIST'} />
            <p className={styles.mono}>{t('fingerprint', { hash: data.sha256 })}</p>
          </>
        )}
      </div>
    </Modal>
  );
}

/** The parts as plain text, in the order of the sections; what was not shared says so. */
function Content({ content, listOnly }: { content: DisclosedContent; listOnly: boolean }) {
  const t = useShareTexts();
  const label = useLabel();
  const day = (offset: number | null) => (offset === null ? '' : t('dayOf', { day: signed(offset) }));
  const textOf: Record<keyof typeof shareSections.labels, readonly string[] | null | undefined> = {
    SUMMARY: [content.diagnosis ?? '', content.summary ?? '', content.ageBand ?? '', content.province ?? ''],
    QUESTIONS: content.questions,
    PRIOR_TREATMENTS: content.priorTreatments?.map((one) =>
      [day(one.day), one.hospital, label(treatmentKinds.labels[one.kind]), one.text].join(' · '),
    ),
    IMAGING: content.imaging?.map((one) => [day(one.day), one.modality, one.finding].join(' · ')),
    PATHOLOGY: content.pathology?.map((one) => [day(one.day), one.text, ...one.markers].filter(Boolean).join(' · ')),
    WISHES: content.wishes == null ? null : [content.wishes, ...(content.comorbidities ?? [])],
    OTHER_OPINIONS: content.otherOpinions?.map((one) => `${label(one.from)}: ${one.text}`),
  };
  const shown = listOnly ? (['SUMMARY'] as const) : shareSections.schema.options;
  return (
    <dl className={styles.content}>
      {shown.map((section) => {
        const lines = textOf[section]?.filter((text) => text !== '');
        return (
          <div key={section}>
            <dt>{label(shareSections.labels[section])}</dt>
            <dd>
              {lines === undefined || textOf[section] === null ? (
                <span className={styles.quiet}>{t('notShared')}</span>
              ) : lines.length === 0 ? (
                <span className={styles.quiet}>{t('nothing')}</span>
              ) : (
                lines.map((text, index) => <p key={`${index} ${text}`}>{text}</p>)
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const signed = (offset: number): string => (offset > 0 ? `+${offset}` : `−${Math.abs(offset)}`);
