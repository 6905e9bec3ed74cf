import {
  partnershipScopes,
  partnershipStates,
  type ManagedPartnership,
  type ManagedPartnerships,
  type PartnershipState,
} from '@consilium/contracts';
import { Button } from 'antd';
import { StateTag, type TagTone } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatDense } from '../../../lib/time';
import styles from './admin.module.css';
import { useAdminTexts } from './locales';
import tables from './tables.module.css';

export type PartnershipAct = { act: 'change' | 'end'; partnershipId: string };

const tones: Record<PartnershipState, TagTone> = {
  COMING: 'scheduled',
  VALID: 'ok',
  EXPIRING: 'due',
  EXPIRED: 'overdue',
  ENDED: 'neutral',
};

interface Managed {
  mayManage: boolean;
  onAct: (act: PartnershipAct) => void;
}

function Row({ partnership, mayManage, onAct }: Managed & { partnership: ManagedPartnership }) {
  const t = useAdminTexts();
  const label = useLabel();
  const { id, agreementNo: name, ended, state } = partnership;
  return (
    <tr>
      <th scope="row">
        {label(partnership.hospital.name)}
        <div className={styles.quiet}>{name}</div>
      </th>
      <td data-label={t('state')}>
        <StateTag labels={partnershipStates.labels} state={state} tone={tones[state]} />
      </td>
      <td data-label={t('term')} className={tables.nowrap}>
        {partnership.validFrom} – {partnership.validTo}
      </td>
      <td data-label={t('scopes')}>
        {partnership.scopes.map((scope) => label(partnershipScopes.labels[scope])).join(' · ')}
        {partnership.scopeNote !== '' && <div className={styles.quiet}>{partnership.scopeNote}</div>}
      </td>
      <td data-label={t('liability')}>
        {partnership.liabilityNote === '' ? '–' : partnership.liabilityNote}
        {ended !== null && (
          <div className={styles.quiet}>
            {t('endedLine', { by: ended.by, at: formatDense(ended.at), reason: ended.reason })}
          </div>
        )}
      </td>
      {mayManage && (
        <>
          <td data-label={t('shared')}>{partnership.sharesInForce}</td>
          <td>
            {ended === null && (
              <span className={styles.acts}>
                <Button
                  size="small"
                  aria-label={t('changeOf', { name })}
                  onClick={() => onAct({ act: 'change', partnershipId: id })}
                >
                  {t('change')}
                </Button>
                <Button
                  size="small"
                  danger
                  aria-label={t('endOf', { name })}
                  onClick={() => onAct({ act: 'end', partnershipId: id })}
                >
                  {t('endPartnership')}
                </Button>
              </span>
            )}
          </td>
        </>
      )}
    </tr>
  );
}

/** Agreements, each with where it stands today. */
export function PartnershipsTable({ items, ...managed }: Managed & { items: ManagedPartnerships['items'] }) {
  const t = useAdminTexts();
  return (
    <div className={tables.frame}>
      <table className={tables.table} aria-label={t('partnershipList')}>
        <thead>
          <tr>
            <th scope="col">{t('hospital')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('term')}</th>
            <th scope="col">{t('scopes')}</th>
            <th scope="col">{t('liability')}</th>
            {managed.mayManage && (
              <>
                <th scope="col">{t('shared')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('acts')}</span>
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((partnership) => (
            <Row key={partnership.id} partnership={partnership} {...managed} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
