import { consentForms, consentSigners, consentStates, type CaseView, type ConsentView } from '@consilium/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { StateTag } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatNear } from '../../../lib/time';
import { ConsentDialog, WithdrawConsentDialog } from '../../shares';
import { useTexts } from '../locales';
import { Panel } from './panel';
import styles from './side-panels.module.css';

/** Whether the patient agreed in writing to a remote consult, and until when; without it nothing is shared. */
export function ConsentPanel({ view }: { view: CaseView }) {
  const t = useTexts();
  const [asked, setAsked] = useState<'record' | 'withdraw' | null>(null);
  const { consent, availableActions: may } = view;
  const inForce = consent?.state === 'IN_FORCE';
  const close = () => setAsked(null);
  return (
    <Panel
      title={t('consentTitle')}
      extra={
        consent !== null && (
          <StateTag labels={consentStates.labels} state={consent.state} tone={inForce ? 'ok' : 'overdue'} />
        )
      }
    >
      <div className={styles.facts}>
        {consent === null ? <p className={styles.quiet}>{t('consentNone')}</p> : <ConsentFacts consent={consent} />}
        <div className={styles.buttons}>
          {may.includes('record-consent') && (
            <Button size="small" onClick={() => setAsked('record')}>
              {t(inForce ? 'consentRenew' : 'consentRecord')}
            </Button>
          )}
          {may.includes('withdraw-consent') && (
            <Button size="small" onClick={() => setAsked('withdraw')}>
              {t('consentWithdraw')}
            </Button>
          )}
        </div>
      </div>
      {asked === 'record' && (
        <ConsentDialog caseNo={view.caseNo} version={view.version} isRenewal={inForce} onClose={close} />
      )}
      {asked === 'withdraw' && (
        <WithdrawConsentDialog
          caseNo={view.caseNo}
          version={view.version}
          openShares={consent?.openShares ?? 0}
          onClose={close}
        />
      )}
    </Panel>
  );
}

function ConsentFacts({ consent }: { consent: ConsentView }) {
  const t = useTexts();
  const l = useLabel();
  const signer = l(consentSigners.labels[consent.signedBy]);
  return (
    <>
      <p>
        {t('consentGiven', {
          who: consent.relation === '' ? signer : t('signerOf', { signer, relation: consent.relation }),
          on: consent.signedOn,
        })}
        <span className={styles.quiet}> · {l(consentForms.labels[consent.form])}</span>
      </p>
      {consent.reason !== '' && <p className={styles.quiet}>{t('consentReason', { reason: consent.reason })}</p>}
      {consent.withdrawnAt === null ? (
        consent.endsOn !== null && <p className={styles.quiet}>{t('consentUntil', { day: consent.endsOn })}</p>
      ) : (
        <p className={styles.quiet}>{t('consentWithdrawn', { at: formatNear(consent.withdrawnAt) })}</p>
      )}
    </>
  );
}
