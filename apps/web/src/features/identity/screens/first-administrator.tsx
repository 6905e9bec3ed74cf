import { useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { ActionButton } from '../../../components/action-button';
import { EmptyState } from '../../../components/empty-state';
import { ProblemAlert } from '../../../components/problem-alert';
import { TextField } from '../../../components/text-field';
import { ApiProblem } from '../../../lib/api';
import { innerPath, paths } from '../../../lib/paths';
import { useCreateFirstAdministrator, type FirstAdministrator } from '../api';
import styles from '../entrance.module.css';
import { EntrancePage } from '../entrance-page';
import { useText } from '../locales';

/** The one-time word behind `#`, which never reaches a server's log: `#token=…` or the bare word. */
function tokenOf(hash: string): string {
  const fragment = hash.replace(/^#/, '');
  return new URLSearchParams(fragment).get('token') ?? fragment;
}

type Values = Omit<FirstAdministrator, 'token'>;
const nothing: Values = { hospitalName: '', name: '', username: '', password: '' };

/** The reasons at the fields of this form, and whether the refusal says anything besides. */
function placed(error: Error | null): { errors: Map<string, string>; rest: Error | null } {
  const refused = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  const errors = new Map(refused.map(({ field, message }) => [field, message]));
  const homeless = refused.some(({ field }) => !(field in nothing));
  return { errors, rest: refused.length > 0 && !homeless ? null : error };
}

/** The first start of an empty house: the hospital and its first administrator. */
export function FirstAdministratorScreen() {
  const t = useText();
  const router = useRouter();
  const create = useCreateFirstAdministrator();
  const [values, setValues] = useState(nothing);
  const token = tokenOf(router.state.location.hash);
  const { errors, rest } = placed(create.error);

  const send = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ ...values, token }, { onSuccess: (me) => router.history.push(innerPath(me.home)) });
  };
  const field = (name: keyof Values) => ({
    value: values[name],
    onValue: (value: string) => setValues((before) => ({ ...before, [name]: value })),
    error: errors.get(name),
    disabled: create.isPending,
  });

  return (
    <EntrancePage>
      <h1>{t('setupTitle')}</h1>
      {token === '' ? (
        <EmptyState text={t('noToken')} action={<a href={paths.signIn}>{t('toSignIn')}</a>} />
      ) : (
        <>
          <p>{t('setupLine')}</p>
          <ProblemAlert error={rest} />
          <form className={styles.fields} noValidate onSubmit={send}>
            <TextField
              label={t('hospitalName')}
              autoComplete="organization"
              maxLength={300}
              {...field('hospitalName')}
            />
            <TextField label={t('name')} autoComplete="name" maxLength={120} {...field('name')} />
            <TextField
              label={t('username')}
              hint={t('usernameHint')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={64}
              {...field('username')}
            />
            <TextField
              label={t('password')}
              hint={t('passwordHint')}
              type="password"
              autoComplete="new-password"
              maxLength={128}
              {...field('password')}
            />
            <ActionButton primary size="large" type="submit" busy={create.isPending}>
              {t('create')}
            </ActionButton>
          </form>
        </>
      )}
    </EntrancePage>
  );
}
