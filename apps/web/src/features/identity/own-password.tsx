import { useState, type FormEvent } from 'react';
import { ActionButton } from '../../components/action-button';
import { ProblemAlert } from '../../components/problem-alert';
import { TextField } from '../../components/text-field';
import { useText } from './locales';
import { useChangePassword } from './own-security-api';
import { refusedFields } from './refused-fields';
import styles from './security.module.css';

const nothing = { oldPassword: '', newPassword: '', repeated: '' };

/** Changes one's own password; all other sessions end with it. */
export function OwnPassword() {
  const t = useText();
  const change = useChangePassword();
  const [values, setValues] = useState(nothing);
  const [asked, setAsked] = useState(false);
  const { errors, rest } = refusedFields(change.error, 'oldPassword', 'newPassword');
  const differs = values.newPassword !== values.repeated;
  const field = (name: keyof typeof nothing, error?: string) => ({
    type: 'password',
    maxLength: 128,
    value: values[name],
    disabled: change.isPending,
    error,
    onValue: (value: string) => {
      setValues((before) => ({ ...before, [name]: value }));
      if (change.isSuccess) change.reset();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (values.oldPassword === '' || values.newPassword === '' || differs) return;
    const { oldPassword, newPassword } = values;
    change.mutate(
      { oldPassword, newPassword },
      {
        onSuccess: () => {
          setValues(nothing);
          setAsked(false);
        },
      },
    );
  };
  const missing = (name: keyof typeof nothing) =>
    asked && values[name] === '' ? t('passwordMissing') : errors.get(name);
  return (
    <section className={styles.part} aria-labelledby="own-password">
      <h2 id="own-password">{t('changePassword')}</h2>
      <p>{t('changePasswordLine')}</p>
      <ProblemAlert error={rest} />
      {change.isSuccess && <output className={styles.done}>{t('passwordChanged')}</output>}
      <form className={styles.fields} noValidate onSubmit={send}>
        <TextField
          label={t('oldPassword')}
          autoComplete="current-password"
          {...field('oldPassword', missing('oldPassword'))}
        />
        <TextField
          label={t('newPassword')}
          hint={t('passwordHint')}
          autoComplete="new-password"
          {...field('newPassword', missing('newPassword'))}
        />
        <TextField
          label={t('repeatPassword')}
          autoComplete="new-password"
          {...field('repeated', asked && differs ? t('passwordsDiffer') : undefined)}
        />
        <div className={styles.acts}>
          <ActionButton primary type="submit" busy={change.isPending}>
            {t('changePassword')}
          </ActionButton>
        </div>
      </form>
    </section>
  );
}
