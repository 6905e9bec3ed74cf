import {
  involvements,
  sexes,
  shareSections,
  treatmentKinds,
  type DeidentifiedCase,
  type Involvement,
} from '@consilium/contracts';
import { EyeOff, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { RecurrenceBadge, RiskBadge } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useRemoteText } from '../locales';
import { useRelativeDay } from '../relative-day';
import { Watermark } from './watermark';
import styles from './case.module.css';

/** One case as another hospital may see it. What was removed is shown as removed, so that nobody takes it for lost. */
export function SharedCaseView({ shared }: { shared: DeidentifiedCase }) {
  const t = useRemoteText();
  const label = useLabel();
  return (
    <article className={styles.case} aria-label={shared.px}>
      <Watermark />
      <header className={styles.strip}>
        <h2>{shared.px}</h2>
        <span>
          {label(sexes.labels[shared.sex])} {t('years', { band: shared.ageBand })}
        </span>
        <RiskBadge risk={shared.risk} />
        <RecurrenceBadge presentation={shared.presentation} recurrenceNumber={shared.recurrenceNumber} />
        <span className={styles.deidentified}>
          <ShieldCheck size={13} aria-hidden="true" />
          {t('deidentified')}
        </span>
        <strong className={styles.diagnosis}>{shared.diagnosis}</strong>
      </header>
      <Removed shared={shared} />
      <LeftOut shared={shared} />
      <section className={styles.card} aria-label={t('questions')}>
        <h3>{t('questions')}</h3>
        <ol className={styles.questions}>
          {shared.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      </section>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Block title={t('summary')}>
            <p className={styles.clinical}>{shared.summary}</p>
          </Block>
          <Imaging shared={shared} />
          <Pathology shared={shared} />
        </div>
        <div className={styles.column}>
          <Course shared={shared} />
          <Structures shared={shared} />
          <Wishes shared={shared} />
        </div>
      </div>
    </article>
  );
}

/** Which parts of the case the host did not share: nobody is to take them for empty. */
function LeftOut({ shared }: { shared: DeidentifiedCase }) {
  const t = useRemoteText();
  const label = useLabel();
  const left = shareSections.schema.options.filter((section) => !shared.sections.includes(section));
  if (left.length === 0) return null;
  return (
    <p role="note" className={styles.leftOut}>
      <EyeOff size={14} aria-hidden="true" />
      {t('leftOut', { sections: left.map((section) => label(shareSections.labels[section])).join(t('listSeparator')) })}
    </p>
  );
}

function Wishes({ shared: { wishes, ecog, comorbidities } }: { shared: DeidentifiedCase }) {
  const t = useRemoteText();
  if (wishes === null) return null;
  return (
    <Block title={t('wishes')}>
      <p className={styles.clinical}>{wishes}</p>
      <p className={styles.facts}>
        {ecog !== null && <span>{t('ecog', { n: ecog })}</span>}
        {comorbidities !== null && comorbidities.length > 0 && (
          <span>
            {t('comorbidities')}: {comorbidities.join(t('listSeparator'))}
          </span>
        )}
      </p>
    </Block>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.card} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** The identifying fields: hatched where they were taken out, or what stands in their place. */
function Removed({ shared }: { shared: DeidentifiedCase }) {
  const t = useRemoteText();
  const places = [...new Set((shared.priorTreatments ?? []).map((one) => one.hospital))].filter(Boolean);
  return (
    <dl className={styles.removed}>
      <div>
        <dt>{t('removedName')}</dt>
        <dd>
          <Hatched width={64} />
        </dd>
      </div>
      <div>
        <dt>{t('removedNumber')}</dt>
        <dd>
          <Hatched width={84} />
        </dd>
      </div>
      <div>
        <dt>{t('birth')}</dt>
        <dd>{t('years', { band: shared.ageBand })}</dd>
      </div>
      <div>
        <dt>{t('province')}</dt>
        <dd>{shared.province}</dd>
      </div>
      {places.length > 0 && (
        <div>
          <dt>{t('places')}</dt>
          <dd>{places.join(t('listSeparator'))}</dd>
        </div>
      )}
      <div>
        <dt>{t('dates')}</dt>
        <dd>{t('datesFrom')}</dd>
      </div>
    </dl>
  );
}

function Hatched({ width }: { width: number }) {
  const t = useRemoteText();
  return (
    <span role="img" aria-label={t('removed')} title={t('removed')} className={styles.hatched} style={{ width }} />
  );
}

function Course({ shared }: { shared: DeidentifiedCase }) {
  const t = useRemoteText();
  const label = useLabel();
  const dayOf = useRelativeDay();
  if (shared.priorTreatments === null) return null;
  const events = [...shared.priorTreatments].sort((a, b) => a.day - b.day);
  return (
    <Block title={t('course')}>
      {events.length === 0 ? (
        <p className={styles.muted}>{t('courseNone')}</p>
      ) : (
        <ol className={styles.course}>
          {events.map((event, index) => (
            <li key={`${event.day} ${index}`}>
              <span className={styles.muted}>
                {[dayOf(event.day), event.hospital, label(treatmentKinds.labels[event.kind])]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span className={styles.clinical}>{event.text}</span>
            </li>
          ))}
        </ol>
      )}
    </Block>
  );
}

const involvementLook: Record<Involvement, string | undefined> = {
  ABUT: styles.abut,
  SUSPECT: styles.suspect,
  INVADE: styles.invade,
};

function Structures({ shared }: { shared: DeidentifiedCase }) {
  const t = useRemoteText();
  const label = useLabel();
  return (
    <Block title={t('structures')}>
      <ul className={styles.chips}>
        {shared.structures.map((structure) => (
          <li key={structure.code} className={involvementLook[structure.involvement]}>
            {label(structure.name)} <b>{label(involvements.labels[structure.involvement])}</b>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Imaging({ shared }: { shared: DeidentifiedCase }) {
  const t = useRemoteText();
  const dayOf = useRelativeDay();
  if (shared.imaging === null) return null;
  return (
    <Block title={t('imaging')}>
      <ul className={styles.findings}>
        {shared.imaging.map((finding, index) => (
          <li key={`${finding.modality} ${index}`}>
            <p>
              <strong>{finding.modality}</strong> <span className={styles.muted}>{dayOf(finding.day)}</span>
            </p>
            <p className={styles.clinical}>{finding.finding}</p>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Pathology({ shared }: { shared: DeidentifiedCase }) {
  const t = useRemoteText();
  const dayOf = useRelativeDay();
  if (shared.pathology === null) return null;
  return (
    <Block title={t('pathology')}>
      {shared.pathology.length === 0 ? (
        <p className={styles.muted}>{t('pathologyNone')}</p>
      ) : (
        <ul className={styles.findings}>
          {shared.pathology.map((finding, index) => (
            <li key={`${finding.day ?? ''} ${index}`}>
              <p className={styles.muted}>{finding.day === null ? t('undated') : dayOf(finding.day)}</p>
              <p className={styles.clinical}>{finding.text}</p>
              {finding.markers.length > 0 && (
                <ul className={styles.chips}>
                  {finding.markers.map((marker) => (
                    <li key={marker}>{marker}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}
