import { followUpModes, involvements, resectionMargins, type FullRecord, type Involvement } from '@consilium/contracts';
import { StateTag, type TagTone } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { serverNow } from '../../../lib/server-clock';
import { isoDay } from '../../../lib/time';
import { useTexts } from '../locales';
import { useNames } from '../words/use-names';
import { PartPanel, type ReadPart } from './part-panel';
import styles from './parts.module.css';

interface Props {
  sections: FullRecord['sections'];
  read: ReadPart;
}

const tones: Record<Involvement, TagTone> = { INVADE: 'overdue', SUSPECT: 'due', ABUT: 'neutral' };

export function StructuresPart({ sections: { structures }, read }: Props) {
  const names = useNames();
  return (
    <PartPanel read={read} section="structures" part={structures}>
      <ul className={styles.structures}>
        {structures?.content.entries.map(({ code, involvement }) => (
          <li key={code}>
            <span>{names.structure(code)}</span>
            <StateTag labels={involvements.labels} state={involvement} tone={tones[involvement]} />
          </li>
        ))}
      </ul>
    </PartPanel>
  );
}

export function OutcomePart({ sections: { outcome }, read }: Props) {
  const t = useTexts();
  const l = useLabel();
  const content = outcome?.content;
  if (content === undefined)
    return (
      <PartPanel read={read} section="outcome" part={outcome}>
        {null}
      </PartPanel>
    );
  const said = (value: unknown, text: () => string) => (value === null || value === '' ? [] : [text()]);
  const facts = [
    ...said(content.operatedOn, () => t('outcomeOperated', { day: content.operatedOn ?? '' })),
    ...said(content.durationMinutes, () => t('outcomeMinutes', { minutes: content.durationMinutes ?? 0 })),
    ...said(content.bloodLossMl, () => t('outcomeBlood', { ml: content.bloodLossMl ?? 0 })),
    ...said(content.transfusedUnits, () => t('outcomeUnits', { units: content.transfusedUnits ?? 0 })),
    ...said(content.icuHours, () => t('outcomeIcu', { hours: content.icuHours ?? 0 })),
    ...said(content.lengthOfStayDays, () => t('outcomeStay', { days: content.lengthOfStayDays ?? 0 })),
    ...said(content.dischargedOn, () => t('outcomeDischarged', { day: content.dischargedOn ?? '' })),
  ];
  return (
    <PartPanel read={read} section="outcome" part={outcome}>
      <p className={styles.facts}>
        {content.marginClass !== null && <b>{l(resectionMargins.labels[content.marginClass])}</b>}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {content.margin !== '' && <span>{content.margin}</span>}
      </p>
      {content.complications.length === 0 ? (
        <p className={styles.quiet}>{t('noComplications')}</p>
      ) : (
        <ul className={styles.lines}>
          {content.complications.map(({ grade, text }) => (
            <li key={`${grade} ${text}`}>
              <b>{t('clavien', { grade })}</b> {text}
            </li>
          ))}
        </ul>
      )}
      {content.summary !== '' && <p className={styles.prose}>{content.summary}</p>}
      {content.lastSeenOn !== null && (
        <p>{t('outcomeLastSeen', { day: content.lastSeenOn, status: content.lastSeenStatus }).trim()}</p>
      )}
    </PartPanel>
  );
}

export function FollowUpPart({ sections, read }: Props) {
  const t = useTexts();
  const l = useLabel();
  const names = useNames();
  const part = sections['follow-up'];
  const today = isoDay(serverNow());
  const inOrder = [...(part?.content.entries ?? [])].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  return (
    <PartPanel read={read} section="follow-up" part={part}>
      <ul className={styles.visits}>
        {inOrder.map((visit) => (
          <li key={visit.id}>
            <time dateTime={visit.dueOn}>{visit.dueOn}</time>
            <b>{l(followUpModes.labels[visit.mode])}</b>
            {visit.departmentId !== null && <span>{names.department(visit.departmentId)}</span>}
            {visit.items.length > 0 && <span>{visit.items.join(names.separator)}</span>}
            {visit.dueOn < today && <small>{t('followUpPast')}</small>}
          </li>
        ))}
      </ul>
    </PartPanel>
  );
}
