import type { Locale } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ProblemAlert } from '../../../components/problem-alert';
import { applyProblem } from '../../../lib/form-problems';
import { useT } from '../../../lib/i18n';
import { innerPath } from '../../../lib/paths';
import { demonstrationPeopleQuery, useSetLocale, useSignIn } from '../api';
import { DemonstrationPeople } from '../demonstration-people';
import { EntrancePage } from '../entrance-page';
import { useText } from '../locales';

interface Values {
  username: string;
  password: string;
}

/** Sign-in with a local account; in the demonstration a click on a person fills in the account. Leads on to `?next=`. */
export function SignInScreen() {
  const t = useText();
  const people = useQuery(demonstrationPeopleQuery);
  const { next } = useSearch({ strict: false }) as { next?: string };
  const router = useRouter();
  const [form] = Form.useForm<Values>();
  const account = useRef<InputRef>(null);
  const password = useRef<InputRef>(null);
  // Whoever opens this page wants to type: a click less on every shared ward computer.
  useEffect(() => account.current?.focus(), []);
  const signIn = useSignIn();
  const setLocale = useSetLocale();
  const [chosenLocale, setChosenLocale] = useState<Locale>();
  const [rest, setRest] = useState<string>();
  const demonstration = (people.data?.items.length ?? 0) > 0;

  const send = async (values: Values) => {
    try {
      const me = await signIn.mutateAsync(values);
      // Who switched the language on this page wants to keep it; a failure to store it must not keep anybody out.
      if (chosenLocale !== undefined && chosenLocale !== me.locale) {
        await setLocale.mutateAsync(chosenLocale).catch(() => undefined);
      }
      const target = innerPath(next) === '/' ? innerPath(me.home) : innerPath(next);
      router.history.push(target);
    } catch (error) {
      setRest(applyProblem(form, error));
      form.setFieldValue('password', '');
      password.current?.focus();
    }
  };

  return (
    <EntrancePage demonstration={demonstration} house={people.data?.items[0]?.hospital} onLocale={setChosenLocale}>
      <h1>{t('signIn')}</h1>
      {signIn.error !== null && rest !== undefined && <ProblemAlert error={signIn.error} sentence={rest} />}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={signIn.isPending}
        onFinish={(values) => {
          void send(values);
        }}
      >
        <Form.Item
          name="username"
          label={t('account')}
          rules={[{ required: true, whitespace: true, message: t('accountMissing') }]}
        >
          <Input
            autoComplete="username"
            ref={account}
            autoCapitalize="none"
            spellCheck={false}
            size="large"
            maxLength={64}
          />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordMissing') }]}>
          <Input.Password ref={password} autoComplete="current-password" size="large" maxLength={128} />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {t('signIn')}
        </Button>
      </Form>
      {people.error !== null && (
        <ProblemAlert error={people.error} title={t('peopleFailed')} onRetry={() => void people.refetch()} />
      )}
      {demonstration ? (
        <DemonstrationPeople
          people={people.data?.items ?? []}
          onChoose={(username) => {
            form.setFieldsValue({ username });
            form.setFields([{ name: 'username', errors: [] }]);
            password.current?.focus();
          }}
        />
      ) : (
        <LostAccess />
      )}
    </EntrancePage>
  );
}

function LostAccess() {
  const t = useT('identity');
  return <p>{t('lostAccess')}</p>;
}
