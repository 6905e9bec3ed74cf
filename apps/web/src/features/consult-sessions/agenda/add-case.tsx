import { sexes, shareSections, type AgendaCandidate, type SessionView, type ShareSection } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Input, InputNumber } from 'antd';
import { CheckCheck, FileCheck2, FileX2, Search, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { EmptyState, ProblemAlert, RiskBadge, RowsSkeleton } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { ConsentDialog, SectionsField } from '../../shares';
import { candidatesQuery, useAddCase } from '../api';
import { useText } from '../locales';
import styles from './add-case.module.css';

/** Minutes a complex case is given unless said otherwise (the centre's setting). */
const DEFAULT_MINUTES = 20;

/** Minutes, and for a linked session with whom the case is shared and what of it. */
function AddForm({ session, candidate }: { session: SessionView; candidate: AgendaCandidate }) {
  const t = useText();
  const add = useAddCase(session.id);
  const all = session.linkedHospitals.map((hospital) => hospital.hospitalId);
  const [minutes, setMinutes] = useState(DEFAULT_MINUTES);
  // Everybody linked, until something else was chosen: a consent recorded meanwhile opens what it allows.
  const [chosen, setChosen] = useState<string[]>();
  const [sections, setSections] = useState<ShareSection[]>(shareSections.schema.options);
  const shareWith = candidate.consent === 'IN_FORCE' ? (chosen ?? all) : [];
  const submit = () =>
    add.mutate({
      version: session.version,
      caseNo: candidate.caseNo,
      minutes,
      shareWithHospitalIds: shareWith,
      shareSections: sections,
    });
  return (
    <div className={styles.form}>
      {session.kind === 'LINKED' && (
        <ShareChoice
          session={session}
          candidate={candidate}
          shareWith={shareWith}
          sections={sections}
          disabled={add.isPending}
          onShareWith={setChosen}
          onSections={setSections}
        />
      )}
      <div className={styles.act}>
        <InputNumber
          aria-label={t('minutesLabel')}
          min={5}
          max={120}
          step={5}
          value={minutes}
          suffix={t('minutesUnit')}
          disabled={add.isPending}
          onChange={(value) => setMinutes(value ?? DEFAULT_MINUTES)}
        />
        <Button type="primary" loading={add.isPending} onClick={submit}>
          {t('addToAgenda')}
        </Button>
      </div>
      <ProblemAlert error={add.error} />
    </div>
  );
}

interface ShareChoiceProps {
  session: SessionView;
  candidate: AgendaCandidate;
  shareWith: string[];
  sections: ShareSection[];
  disabled: boolean;
  onShareWith: (hospitalIds: string[]) => void;
  onSections: (sections: ShareSection[]) => void;
}

const noShare = { EXPIRED: 'consentExpiredNoShare', WITHDRAWN: 'consentWithdrawnNoShare' } as const;

function ShareChoice({ session, candidate, shareWith, sections, disabled, onShareWith, onSections }: ShareChoiceProps) {
  const t = useText();
  const label = useLabel();
  const [isRecording, setRecording] = useState(false);
  const { consent, recordConsentOn } = candidate;
  return (
    <>
      <fieldset className={styles.share}>
        <legend>{t('shareWith')}</legend>
        <Checkbox.Group
          value={shareWith}
          disabled={consent !== 'IN_FORCE' || disabled}
          onChange={onShareWith}
          options={session.linkedHospitals.map((hospital) => ({
            value: hospital.hospitalId,
            label: label(hospital.shortName),
          }))}
        />
        <p className={consent === 'IN_FORCE' ? styles.note : styles.blocked}>
          <ShieldCheck size={13} aria-hidden="true" />
          {consent === 'IN_FORCE'
            ? t('sharedDeidentified')
            : t(consent === null ? 'noConsentNoShare' : noShare[consent])}
        </p>
        {consent !== 'IN_FORCE' && recordConsentOn !== null && (
          <Button size="small" onClick={() => setRecording(true)}>
            {t('recordConsent')}
          </Button>
        )}
      </fieldset>
      {shareWith.length > 0 && (
        <fieldset className={styles.share}>
          <legend>{t('shareSections')}</legend>
          <SectionsField aria-label={t('shareSections')} value={sections} disabled={disabled} onChange={onSections} />
        </fieldset>
      )}
      {isRecording && recordConsentOn !== null && (
        <ConsentDialog caseNo={candidate.caseNo} version={recordConsentOn} onClose={() => setRecording(false)} />
      )}
    </>
  );
}

const consentMark = {
  IN_FORCE: 'consentRecorded',
  EXPIRED: 'consentExpired',
  WITHDRAWN: 'consentWithdrawn',
} as const;

function Candidate({
  session,
  candidate,
  chosen,
  onChoose,
}: {
  session: SessionView;
  candidate: AgendaCandidate;
  chosen: boolean;
  onChoose: () => void;
}) {
  const t = useText();
  const label = useLabel();
  return (
    <li className={chosen ? `${styles.candidate} ${styles.chosen}` : styles.candidate}>
      <button type="button" className={styles.choose} aria-expanded={chosen} onClick={onChoose}>
        <span className={styles.head}>
          <strong>{candidate.maskedName}</strong>
          <span className={styles.muted}>
            {label(sexes.labels[candidate.sex])} {t('age', { n: candidate.ageYears })} · {candidate.caseNo}
          </span>
          <RiskBadge risk={candidate.risk} />
        </span>
        <span>{candidate.diagnosis}</span>
        <span className={styles.marks}>
          <span className={candidate.ready ? styles.ready : styles.waiting}>
            <CheckCheck size={13} aria-hidden="true" />
            {candidate.ready
              ? t('ready')
              : t('opinionsOf', { given: candidate.opinionsGiven, owed: candidate.opinionsOwed })}
          </span>
          <span className={candidate.consent === 'IN_FORCE' ? styles.ready : styles.waiting}>
            {candidate.consent === 'IN_FORCE' ? (
              <FileCheck2 size={13} aria-hidden="true" />
            ) : (
              <FileX2 size={13} aria-hidden="true" />
            )}
            {t(candidate.consent === null ? 'consentMissing' : consentMark[candidate.consent])}
          </span>
        </span>
      </button>
      {chosen && <AddForm session={session} candidate={candidate} />}
    </li>
  );
}

/** Ready cases first: they can be decided; the others are visible with what they wait for. */
function matching(candidates: AgendaCandidate[], text: string): AgendaCandidate[] {
  const wanted = text.trim().toLowerCase();
  return candidates
    .filter((one) => [one.caseNo, one.maskedName, one.diagnosis].some((word) => word.toLowerCase().includes(wanted)))
    .sort((a, b) => Number(b.ready) - Number(a.ready));
}

/** Puts cases on the agenda, one after the other. */
export function AddCase({ session, onClose }: { session: SessionView; onClose: () => void }) {
  const t = useText();
  const { data, error, isPending, refetch } = useQuery(candidatesQuery(session.id));
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>();
  const total = Math.round((Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000);
  const shown = matching(data?.items ?? [], text);
  return (
    <Drawer
      open
      size={520}
      title={t('addCase')}
      onClose={onClose}
      extra={<span className={styles.muted}>{t('planned', { planned: session.plannedMinutes, total })}</span>}
    >
      <Input
        allowClear
        prefix={<Search size={14} aria-hidden="true" />}
        aria-label={t('searchCandidates')}
        placeholder={t('searchCandidates')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {error !== null && <ProblemAlert error={error} title={t('candidatesFailed')} onRetry={() => void refetch()} />}
      {isPending && <RowsSkeleton rows={5} rowHeight={84} />}
      {data !== undefined && shown.length === 0 && (
        <EmptyState text={t(data.items.length === 0 ? 'noCandidates' : 'noCandidateMatches')} />
      )}
      <ul className={styles.candidates} aria-label={t('candidates')}>
        {shown.map((candidate) => (
          <Candidate
            key={candidate.caseNo}
            session={session}
            candidate={candidate}
            chosen={candidate.caseNo === chosen}
            onChoose={() => setChosen(candidate.caseNo === chosen ? undefined : candidate.caseNo)}
          />
        ))}
      </ul>
    </Drawer>
  );
}
