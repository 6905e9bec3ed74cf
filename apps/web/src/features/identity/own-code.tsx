import type { OwnSecurity } from '@consilium/contracts';
import { useState } from 'react';
import { ActionButton } from '../../components/action-button';
import { formatDay } from '../../lib/time';
import { useText } from './locales';
import { useBeginCode, useRemoveCode, useRenewRecoveryCodes } from './own-security-api';
import { PasswordQuestion } from './password-question';
import { RecoveryCodes } from './recovery-codes';
import styles from './security.module.css';
import { SetUpCode } from './set-up-code';

type Question = 'set-up' | 'renew' | 'remove';

/** One's own one-time code: set up, replaced, turned off where no role asks for it, and its recovery codes. */
export function OwnCode({ code }: { code: OwnSecurity['oneTimeCode'] }) {
  const t = useText();
  const begin = useBeginCode();
  const renew = useRenewRecoveryCodes();
  const remove = useRemoveCode();
  const [question, setQuestion] = useState<Question>();
  const [recoveryCodes, setRecoveryCodes] = useState<string[]>();
  const close = () => {
    setQuestion(undefined);
    for (const act of [renew, remove]) act.reset();
  };
  const ask = (next: Question) => {
    begin.reset();
    setQuestion(next);
  };

  if (recoveryCodes !== undefined)
    return <RecoveryCodes codes={recoveryCodes} onKept={() => setRecoveryCodes(undefined)} />;
  return (
    <section className={styles.part} aria-labelledby="own-code">
      <h2 id="own-code">{t('oneTimeCode')}</h2>
      <p>
        {code.since === null
          ? t('codeOff')
          : t('codeOn', { day: formatDay(code.since), count: code.recoveryCodesLeft })}
        {code.required && ` ${t('codeRequired')}`}
      </p>
      {begin.data !== undefined && question === undefined ? (
        <SetUpCode
          key={begin.data.secret}
          begun={begin.data}
          onSetUp={(codes) => {
            begin.reset();
            setRecoveryCodes(codes);
          }}
          onBeginAgain={() => ask('set-up')}
        />
      ) : (
        <div className={styles.acts}>
          <ActionButton primary={code.since === null} onClick={() => ask('set-up')}>
            {code.since === null ? t('turnCodeOn') : t('replaceCode')}
          </ActionButton>
          {code.since !== null && <ActionButton onClick={() => ask('renew')}>{t('renewRecoveryCodes')}</ActionButton>}
          {code.since !== null && !code.required && (
            <ActionButton onClick={() => ask('remove')}>{t('turnCodeOff')}</ActionButton>
          )}
        </div>
      )}
      {question === 'set-up' && (
        <PasswordQuestion
          title={code.since === null ? t('turnCodeOn') : t('replaceCode')}
          line={t('setUpQuestion')}
          act={t('goOn')}
          error={begin.error}
          busy={begin.isPending}
          onAnswer={(password) => begin.mutate(password, { onSuccess: () => setQuestion(undefined) })}
          onClose={close}
        />
      )}
      {question === 'renew' && (
        <PasswordQuestion
          title={t('renewRecoveryCodes')}
          line={t('renewQuestion')}
          act={t('renewRecoveryCodes')}
          error={renew.error}
          busy={renew.isPending}
          onAnswer={(password) =>
            renew.mutate(password, {
              onSuccess: (answer) => {
                setRecoveryCodes(answer.recoveryCodes);
                close();
              },
            })
          }
          onClose={close}
        />
      )}
      {question === 'remove' && (
        <PasswordQuestion
          title={t('turnCodeOff')}
          line={t('removeQuestion')}
          act={t('turnCodeOff')}
          error={remove.error}
          busy={remove.isPending}
          onAnswer={(password) => remove.mutate(password, { onSuccess: close })}
          onClose={close}
        />
      )}
    </section>
  );
}
