import { useState, type FormEvent } from 'react';
import { ActionButton } from '../../components/action-button';
import { TextField } from '../../components/text-field';
import styles from './entrance.module.css';
import { useText } from './locales';

/** The one-time word of an invitation, out of the whole link or the bare word; empty where it is not whole. */
export const wordOf = (link: string): string => /(?:^|#)([\w-]{20,200})$/.exec(link.trim())?.[1] ?? '';

/** For experts of other hospitals: the invitation they were sent, or their own account. */
export function RemoteEntrance({ onOpen, onAccount }: { onOpen: (word: string) => void; onAccount: () => void }) {
  const t = useText();
  const [link, setLink] = useState('');
  const [asked, setAsked] = useState(false);
  const word = wordOf(link);
  const open = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (word !== '') onOpen(word);
  };
  return (
    <form className={styles.fields} noValidate onSubmit={open}>
      <p className={styles.hint}>{t('remoteHint')}</p>
      <TextField
        label={t('invitationLink')}
        autoComplete="off"
        spellCheck={false}
        value={link}
        onValue={setLink}
        error={asked && word === '' ? t('invitationLinkMissing') : undefined}
      />
      <ActionButton primary size="large" type="submit">
        {t('openInvitation')}
      </ActionButton>
      <p>
        <button type="button" className={styles.link} onClick={onAccount}>
          {t('remoteAccount')}
        </button>
      </p>
    </form>
  );
}
