import { invitationStates, type Invitation } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionButton } from '../../components/action-button';
import { ModalDialog } from '../../components/modal-dialog';
import { ProblemAlert } from '../../components/problem-alert';
import { RowsSkeleton } from '../../components/skeletons';
import { useLabel } from '../../lib/i18n';
import { formatNear } from '../../lib/time';
import { invitationsQuery, useInvite, useRevokeInvitation } from './invitations-api';
import { useText } from './locales';
import styles from './security.module.css';

/** Makes a single-use link for one expert of a session, to be sent by whatever way the coordinator trusts, and withdraws it again. */
export function InvitationDialog({
  sessionId,
  person,
  onClose,
}: {
  sessionId: string;
  person: { id: string; name: string };
  onClose: () => void;
}) {
  const t = useText();
  const invitations = useQuery(invitationsQuery(sessionId));
  const invite = useInvite(sessionId);
  const revoke = useRevokeInvitation(sessionId);
  const theirs = (invitations.data?.items ?? []).filter(({ personId }) => personId === person.id);
  return (
    <ModalDialog title={t('inviteTitle', { name: person.name })} onClose={onClose}>
      <div className={styles.invite}>
        <p>{t('inviteLine')}</p>
        <ProblemAlert error={invite.error ?? revoke.error} />
        {invite.data === undefined ? (
          <div className={styles.acts}>
            <ActionButton primary busy={invite.isPending} onClick={() => invite.mutate({ personId: person.id })}>
              {t('makeLink')}
            </ActionButton>
          </div>
        ) : (
          <LinkToCopy
            link={new URL(invite.data.path, window.location.origin).href}
            expiresAt={invite.data.invitation.expiresAt}
          />
        )}
        {invitations.isPending && <RowsSkeleton rows={2} rowHeight={38} />}
        <ProblemAlert error={invitations.error} onRetry={() => void invitations.refetch()} />
        {theirs.length > 0 && (
          <ul className={styles.invitations} aria-label={t('invitations')}>
            {theirs.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                invitation={invitation}
                busy={revoke.isPending && revoke.variables === invitation.id}
                onRevoke={() => revoke.mutate(invitation.id)}
              />
            ))}
          </ul>
        )}
      </div>
    </ModalDialog>
  );
}

function LinkToCopy({ link, expiresAt }: { link: string; expiresAt: string }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      // Without permission to the clipboard it can still be selected.
      () => setCopied(false),
    );
  return (
    <div className={styles.inviteLink}>
      <label>
        {t('link')}
        <input readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <p>{t('linkOnce', { until: formatNear(expiresAt) })}</p>
      <div className={styles.acts}>
        <ActionButton primary onClick={copy}>
          {copied ? t('copied') : t('copyLink')}
        </ActionButton>
      </div>
    </div>
  );
}

function InvitationRow({
  invitation,
  busy,
  onRevoke,
}: {
  invitation: Invitation;
  busy: boolean;
  onRevoke: () => void;
}) {
  const t = useText();
  const label = useLabel();
  const { state, usedAt, expiresAt, createdAt, invitedBy } = invitation;
  return (
    <li>
      <div>
        <strong>{label(invitationStates.labels[state])}</strong>
        <span className={styles.facts}>
          {[
            t('invitedAt', { name: invitedBy, at: formatNear(createdAt) }),
            usedAt === null
              ? t('worksUntil', { at: formatNear(expiresAt) })
              : t('joinedAt', { at: formatNear(usedAt) }),
          ].join(' · ')}
        </span>
      </div>
      {(state === 'OPEN' || state === 'USED') && (
        <ActionButton size="small" busy={busy} onClick={onRevoke}>
          {t('revokeInvitation')}
        </ActionButton>
      )}
    </li>
  );
}
