import { caseStates, sexes, urgencies, type CaseState, type CaseView } from '@consilium/contracts';
import type { ReactNode } from 'react';
import { RecurrenceBadge, RemoteBadge, RiskBadge, SlaChip, StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { useTexts } from '../locales';
import { isOwed } from './departments-panel';
import { RevealIdentity, useRevealed } from './reveal-identity';
import styles from './identity-strip.module.css';

const BEFORE_ACCEPTANCE: readonly CaseState[] = ['REFERRED', 'TRIAGE', 'NEEDS_INFO'];
const BEFORE_DECISION: readonly CaseState[] = ['PREPARING', 'READY', 'SCHEDULED', 'IN_DISCUSSION', 'DEFERRED'];

/** When the next thing owed on a case is due, by its state; null where nothing runs. */
export function nextDueOf(view: CaseView): string | null {
  if (BEFORE_ACCEPTANCE.includes(view.state)) return view.triageDueAt;
  if (!BEFORE_DECISION.includes(view.state)) return null;
  const owed = view.round.participations
    .filter(isOwed)
    .flatMap((one) => (one.dueAt === null ? [] : [one.dueAt]))
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  return owed[0] ?? null;
}

/** Who and how urgent, never scrolled away. The name is masked until it is asked for, and again a minute later. */
export function IdentityStrip({
  view,
  actions,
  notice,
}: {
  view: CaseView;
  actions: ReactNode;
  /** What must stay in sight as well, above everything. */
  notice?: ReactNode;
}) {
  const t = useTexts();
  const l = useLabel();
  const revealed = useRevealed(view.caseNo);
  const due = nextDueOf(view);
  const remoteHospitals = view.shares.filter((share) => share.revokedAt === null).length;
  return (
    <header className={styles.strip}>
      {notice}
      <div className={styles.who}>
        <h2 className={styles.name}>{revealed.identity?.name ?? view.patient.maskedName}</h2>
        <span>
          {l(sexes.labels[view.patient.sex])} {t('ageYears', { age: view.patient.ageYears })} · {view.patient.province}
        </span>
        <span className={styles.code}>{view.caseNo}</span>
        {view.availableActions.includes('reveal-identity') && (
          <RevealIdentity
            caseNo={view.caseNo}
            isShown={revealed.identity !== null}
            onShow={revealed.show}
            onMask={revealed.mask}
          />
        )}
      </div>
      <div className={styles.facts}>
        {view.urgency === 'URGENT' && <StateTag labels={urgencies.labels} state="URGENT" tone="overdue" />}
        <RiskBadge risk={view.risk} reasons={view.riskReasons.map((reason) => l(reason.text))} />
        <RecurrenceBadge presentation={view.clinical.presentation} recurrenceNumber={view.clinical.recurrenceNumber} />
        <RemoteBadge count={remoteHospitals} />
        <StateTag labels={caseStates.labels} state={view.state} />
        {due !== null && <SlaChip dueAt={due} filled />}
      </div>
      <div className={styles.actions}>{actions}</div>
      {revealed.identity !== null && (
        <dl className={styles.identity} aria-label={t('blockIdentity')}>
          <div>
            <dt>{t('birthDate')}</dt>
            <dd>{revealed.identity.birthDate}</dd>
          </div>
          <div>
            <dt>{t('identityNo')}</dt>
            <dd>{revealed.identity.identityNo}</dd>
          </div>
          <div>
            <dt>{t('phone')}</dt>
            <dd>{revealed.identity.phone}</dd>
          </div>
          {revealed.identity.recordNo !== '' && (
            <div>
              <dt>{t('recordNo')}</dt>
              <dd>{revealed.identity.recordNo}</dd>
            </div>
          )}
          <div className={styles.note}>{t('revealedNote')}</div>
        </dl>
      )}
    </header>
  );
}
