import { useState, type FormEvent } from 'react';
import { ActionButton } from '../../components/action-button';
import { ProblemAlert } from '../../components/problem-alert';
import { TextField } from '../../components/text-field';
import { useText } from './locales';
import { useConfirmCode } from './own-security-api';
import { QrCode } from './qr-code';
import { refusedFields } from './refused-fields';
import styles from './security.module.css';

/** Takes a new secret into an authenticator app and proves it with a code. */
export function SetUpCode({
  begun,
  onSetUp,
  onBeginAgain,
}: {
  begun: { secret: string; uri: string };
  onSetUp: (recoveryCodes: string[]) => void;
  onBeginAgain: () => void;
}) {
  const t = useText();
  const confirm = useConfirmCode();
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const { errors, rest } = refusedFields(confirm.error, 'code');
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (code.trim() === '') return;
    confirm.mutate(code.trim(), {
      onSuccess: ({ recoveryCodes }) => onSetUp(recoveryCodes),
      onError: () => {
        setCode('');
        setAsked(false);
      },
    });
  };
  return (
    <div className={styles.setUp}>
      <ol className={styles.steps}>
        <li>{t('setUpInstall')}</li>
        <li>
          {t('setUpScan')}
          <div className={styles.secret}>
            <QrCode text={begun.uri} label={t('setUpQr')} />
            <p>
              <span>{t('setUpSecret')}</span>
              <code>{(begun.secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
              <a href={begun.uri}>{t('setUpOpen')}</a>
            </p>
          </div>
        </li>
        <li>{t('setUpType')}</li>
      </ol>
      <ProblemAlert error={rest} {...(rest !== null && { onRetry: onBeginAgain })} />
      <form className={styles.fields} noValidate onSubmit={send}>
        <TextField
          label={t('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          disabled={confirm.isPending}
          value={code}
          onValue={setCode}
          error={asked && code.trim() === '' ? t('codeMissing') : errors.get('code')}
        />
        <ActionButton primary type="submit" busy={confirm.isPending}>
          {t('setUp')}
        </ActionButton>
      </form>
    </div>
  );
}
