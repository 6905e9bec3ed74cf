import { shareSections, type CaseView, type ShareView } from '@consilium/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useLabel } from '../../../lib/i18n';
import { formatFormal, formatNear, useNow } from '../../../lib/time';
import { ChangeShareDialog, RevokeShareDialog } from '../../shares';
import { useTexts } from '../locales';
import { Panel } from './panel';
import styles from './shares-panel.module.css';
import side from './side-panels.module.css';

/** Which hospitals see the case, de-identified: what of it, until when, on which grounds, and who opened it. */
export function SharesPanel({ view }: { view: CaseView }) {
  const t = useTexts();
  const [asked, setAsked] = useState<{ id: string; about: 'revoke' | 'change' } | null>(null);
  // The share as it is now, so that a change made meanwhile is seen.
  const share = view.shares.find(({ id }) => id === asked?.id);
  const close = () => setAsked(null);
  return (
    <Panel title={t('sharesTitle')}>
      {view.shares.length === 0 && <p className={side.quiet}>{t('sharesNone')}</p>}
      <ul className={styles.shares} aria-label={t('sharesTitle')}>
        {view.shares.map((one) => (
          <Share
            key={one.id}
            share={one}
            mayChange={view.availableActions.includes('change-share')}
            mayRevoke={view.availableActions.includes('revoke-share')}
            onAsk={(about) => setAsked({ id: one.id, about })}
          />
        ))}
      </ul>
      {share !== undefined && asked?.about === 'revoke' && <RevokeShareDialog share={share} onClose={close} />}
      {share !== undefined && asked?.about === 'change' && (
        <ChangeShareDialog share={{ ...share, consentEndsOn: share.consent.endsOn }} onClose={close} />
      )}
    </Panel>
  );
}

interface ShareProps {
  share: ShareView;
  mayChange: boolean;
  mayRevoke: boolean;
  onAsk: (about: 'revoke' | 'change') => void;
}

function Share({ share, mayChange, mayRevoke, onAsk }: ShareProps) {
  const t = useTexts();
  const l = useLabel();
  const now = useNow();
  const isActive = share.state === 'ACTIVE' && Date.parse(share.expiresAt) > now.getTime();
  const period = () => {
    if (share.revokedAt !== null) return t('shareRevoked', { at: formatNear(share.revokedAt, now) });
    return t(isActive ? 'shareUntil' : 'shareExpired', { at: formatNear(share.expiresAt, now) });
  };
  const all = shareSections.schema.options;
  const kept = all.filter((section) => !share.sections.includes(section));
  return (
    <li>
      <p className={styles.head}>
        <strong>{l(share.hospital)}</strong> <span>{share.pxCode}</span>
      </p>
      <p className={isActive ? styles.active : styles.quiet} title={formatFormal(share.revokedAt ?? share.expiresAt)}>
        {period()}
      </p>
      {share.revokeReason !== null && <p className={styles.quiet}>{share.revokeReason}</p>}
      <p className={styles.scope}>
        {kept.length === 0
          ? t('shareWhole')
          : t('shareScope', {
              sections: share.sections.map((section) => l(shareSections.labels[section])).join(t('listSeparator')),
            })}
      </p>
      <p className={styles.quiet}>{t('shareGrounds', { day: share.consent.signedOn, no: share.agreementNo })}</p>
      <Openings openings={share.openings} />
      {share.state !== 'REVOKED' && (mayChange || mayRevoke) && (
        <p className={styles.buttons}>
          {mayChange && (
            <Button size="small" aria-label={`${t('shareChange')} ${share.pxCode}`} onClick={() => onAsk('change')}>
              {t('shareChange')}
            </Button>
          )}
          {mayRevoke && isActive && (
            <Button size="small" aria-label={`${t('shareRevoke')} ${share.pxCode}`} onClick={() => onAsk('revoke')}>
              {t('shareRevoke')}
            </Button>
          )}
        </p>
      )}
    </li>
  );
}

function Openings({ openings }: { openings: ShareView['openings'] }) {
  const t = useTexts();
  if (openings.length === 0) return <p className={styles.quiet}>{t('shareNotOpened')}</p>;
  return (
    <ul className={styles.openings} aria-label={t('shareOpenedBy')}>
      {openings.map((one) => (
        <li key={one.person} title={`${formatFormal(one.firstAt)} – ${formatFormal(one.lastAt)}`}>
          {t('shareOpened', { person: one.person, at: formatNear(one.lastAt), count: one.times })}
        </li>
      ))}
    </ul>
  );
}
