import { accountStates, type AccountState, type PersonAccount, type PersonView } from '@consilium/contracts';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { ConfirmButton, EmptyState, ProblemAlert, StateTag, type TagTone } from '../../../components';
import { formatNear } from '../../../lib/time';
import { useAccountAct, useCreateAccount, useIssueLink, type AccountAct } from '../api';
import { FormDialog } from '../../../components/form-dialog';
import { usePeopleText } from '../locales';
import styles from '../people.module.css';

export const ACCOUNT_TONES: Record<AccountState, TagTone> = {
  NONE: 'neutral',
  NO_PASSWORD: 'due',
  ACTIVE: 'ok',
  LOCKED: 'overdue',
  DISABLED: 'neutral',
};
const ACTS: readonly AccountAct[] = [
  'unlock-account',
  'end-sessions',
  'reset-code',
  'enable-account',
  'disable-account',
];

/** The account as the security administrator keeps it; others look. */
export function AccountPart({ person }: { person: PersonView }) {
  const t = usePeopleText();
  const act = useAccountAct(person.id);
  const [open, setOpen] = useState<'create' | 'link'>();
  const close = () => setOpen(undefined);
  const { account, availableActions } = person;
  return (
    <section className={styles.part} aria-labelledby="account">
      <header>
        <h2 id="account">{t('accountPart')}</h2>
        {availableActions.includes('create-account') && (
          <Button type="primary" onClick={() => setOpen('create')}>
            {t('createAccount')}
          </Button>
        )}
      </header>
      {account === null ? <EmptyState text={t('noAccount')} /> : <AccountFacts account={account} />}
      <ProblemAlert error={act.error} />
      <div className={styles.accountActs}>
        {availableActions.includes('issue-link') && <Button onClick={() => setOpen('link')}>{t('issue-link')}</Button>}
        {ACTS.filter((name) => availableActions.includes(name)).map((name) => (
          <ConfirmButton
            key={name}
            danger={name === 'disable-account'}
            question={t(`ask-${name}`)}
            detail={t(`then-${name}`)}
            confirmText={t(name)}
            onConfirm={() => act.mutateAsync({ act: name, version: person.version })}
          >
            {t(name)}
          </ConfirmButton>
        ))}
      </div>
      {open === 'create' && <CreateDialog person={person} onClose={close} />}
      {open === 'link' && <LinkDialog person={person} onClose={close} />}
    </section>
  );
}

function AccountFacts({ account }: { account: PersonAccount }) {
  const t = usePeopleText();
  const { lockedUntil, disabledAt, linkExpiresAt, lastSignInAt } = account;
  const since =
    disabledAt === null
      ? lockedUntil && t('lockedUntil', { at: formatNear(lockedUntil) })
      : t('disabledSince', { at: formatNear(disabledAt) });
  const code = account.oneTimeCode ? t('codeSetUp') : t(account.oneTimeCodeRequired ? 'codeMissing' : 'codeNone');
  const facts: [name: string, value: React.ReactNode][] = [
    [t('username'), account.username],
    [
      t('state'),
      <>
        <StateTag labels={accountStates.labels} state={account.state} tone={ACCOUNT_TONES[account.state]} />
        {since && <span className={styles.quiet}> {since}</span>}
      </>,
    ],
    [t('oneTimeCode'), code],
    [t('sessions'), t('browsers', { count: account.signedInBrowsers })],
    [t('lastSignIn'), lastSignInAt === null ? t('never') : formatNear(lastSignInAt)],
    ...(linkExpiresAt === null
      ? []
      : [[t('link'), t('linkOpen', { at: formatNear(linkExpiresAt) })] as [string, string]]),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function CreateDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = usePeopleText();
  const create = useCreateAccount();
  return (
    <FormDialog
      renewed={['people', 'person']}
      title={t('createAccount')}
      name="create-account"
      okText={t('create')}
      initialValues={{ username: '' }}
      onClose={onClose}
      submit={({ username }) =>
        create.mutateAsync({ params: { id: person.id }, body: { username, version: person.version } })
      }
    >
      <p className={styles.quiet}>{t('createLine')}</p>
      <Form.Item name="username" label={t('username')} extra={t('usernameHint')}>
        <Input maxLength={64} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
    </FormDialog>
  );
}

/** Makes a link with which the person sets their password. It is shown once; nobody sees the password. */
function LinkDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = usePeopleText();
  const issue = useIssueLink(person.id);
  const [hours, setHours] = useState(72);
  const [copied, setCopied] = useState(false);
  const link = issue.data === undefined ? undefined : new URL(issue.data.path, window.location.origin).href;
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      // Without permission to the clipboard it can still be selected.
      () => setCopied(false),
    );
  return (
    <Modal open title={t('linkTitle')} footer={null} onCancel={onClose}>
      <div className={styles.linkDialog}>
        <p className={styles.quiet}>{t('linkLine')}</p>
        <ProblemAlert error={issue.error} />
        {link === undefined ? (
          <>
            <label>
              {t('linkHours')}
              <Select
                aria-label={t('linkHours')}
                value={hours}
                onChange={setHours}
                options={([24, 72, 168] as const).map((value) => ({ value, label: t(`hours${value}`) }))}
              />
            </label>
            <Button
              type="primary"
              loading={issue.isPending}
              onClick={() => issue.mutate({ version: person.version, hours })}
            >
              {t('makeLink')}
            </Button>
          </>
        ) : (
          <>
            <label>
              {t('theLink')}
              <Input readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
            </label>
            <p className={styles.quiet}>
              {t('linkOnce', { until: formatNear(issue.data?.person.account?.linkExpiresAt ?? '') })}
            </p>
            <Button type="primary" onClick={() => copy(link)}>
              {copied ? t('copied') : t('copyLink')}
            </Button>
          </>
        )}
      </div>
    </Modal>
  );
}
