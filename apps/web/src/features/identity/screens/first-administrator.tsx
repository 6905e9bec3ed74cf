import { useRouter } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { EmptyState } from '../../../components/empty-state';
import { ProblemAlert } from '../../../components/problem-alert';
import { applyProblem } from '../../../lib/form-problems';
import { innerPath } from '../../../lib/paths';
import { useCreateFirstAdministrator, type FirstAdministrator } from '../api';
import { EntrancePage } from '../entrance-page';
import { useText } from '../locales';

/** The one-time word behind `#`, which never reaches a server's log: `#token=…` or the bare word. */
function tokenOf(hash: string): string {
  const fragment = hash.replace(/^#/, '');
  return new URLSearchParams(fragment).get('token') ?? fragment;
}

type Values = Omit<FirstAdministrator, 'token'>;

/** The first start of an empty house: the hospital and its first administrator. */
export function FirstAdministratorScreen() {
  const t = useText();
  const router = useRouter();
  const [form] = Form.useForm<Values>();
  const create = useCreateFirstAdministrator();
  const [rest, setRest] = useState<string>();
  const token = tokenOf(router.state.location.hash);

  const send = async (values: Values) => {
    try {
      const me = await create.mutateAsync({ ...values, token });
      router.history.push(innerPath(me.home));
    } catch (error) {
      setRest(applyProblem(form, error));
    }
  };

  return (
    <EntrancePage>
      <h1>{t('setupTitle')}</h1>
      {token === '' ? (
        <EmptyState text={t('noToken')} action={<Button href="/sign-in">{t('toSignIn')}</Button>} />
      ) : (
        <>
          <p>{t('setupLine')}</p>
          {create.error !== null && rest !== undefined && <ProblemAlert error={create.error} sentence={rest} />}
          <Form<Values>
            form={form}
            layout="vertical"
            requiredMark={false}
            disabled={create.isPending}
            onFinish={(values) => {
              void send(values);
            }}
          >
            <Form.Item name="hospitalName" label={t('hospitalName')}>
              <Input autoComplete="organization" maxLength={300} />
            </Form.Item>
            <Form.Item name="name" label={t('name')}>
              <Input autoComplete="name" maxLength={120} />
            </Form.Item>
            <Form.Item name="username" label={t('username')} extra={t('usernameHint')}>
              <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64} />
            </Form.Item>
            <Form.Item name="password" label={t('password')} extra={t('passwordHint')}>
              <Input.Password autoComplete="new-password" maxLength={128} />
            </Form.Item>
            <Button type="primary" htmlType="submit" block loading={create.isPending}>
              {t('create')}
            </Button>
          </Form>
        </>
      )}
    </EntrancePage>
  );
}
