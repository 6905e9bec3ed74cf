import { consultEvents, consultStates, consultUrgencies, titles, type ConsultRequestView } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { EmptyState, ProblemAlert, RowsSkeleton, StateTag } from '../../components';
import { isProblem } from '../../lib/api';
import { useLabel } from '../../lib/i18n';
import { useAllowed } from '../../lib/me';
import { paths } from '../../lib/paths';
import { formatDense, formatFormal, formatNear, useNow } from '../../lib/time';
import { ActDialog, type TypedAct } from './act-dialog';
import { consultQuery } from './api';
import { ConsultClock } from './consult-clock';
import { QuickAct } from './consult-row';
import styles from './consults.module.css';
import { useTexts } from './locales';

const HASH_DIGITS = 12;

/** One request beside the list; over the whole screen on a phone. */
export function ConsultDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts();
  const one = useQuery(consultQuery(id));
  const gone = isProblem(one.error, 'object/not-found');
  const consult = gone ? undefined : one.data;
  return (
    <Drawer
      open
      size={460}
      rootClassName={styles.drawer}
      title={consult === undefined ? t('title') : t('detailTitle', { caseNo: consult.caseNo })}
      onClose={onClose}
    >
      {one.isPending && <RowsSkeleton rows={6} />}
      {gone && <EmptyState text={t('missing')} />}
      {one.error !== null && !gone && consult === undefined && (
        <ProblemAlert error={one.error} title={t('detailFailed')} onRetry={() => void one.refetch()} />
      )}
      {consult !== undefined && <Consult consult={consult} />}
    </Drawer>
  );
}

function Consult({ consult }: { consult: ConsultRequestView }) {
  const t = useTexts();
  const l = useLabel();
  const now = useNow(1_000);
  return (
    <article className={styles.detail}>
      <p className={styles.line}>
        <strong className={styles.kind} data-urgent={consult.urgency === 'URGENT' || undefined}>
          {l(consultUrgencies.labels[consult.urgency])}
        </strong>
        <StateTag labels={consultStates.labels} state={consult.state} />
        <ConsultClock item={consult} now={now} />
      </p>
      <Acts consult={consult} />
      <dl className={styles.words}>
        {(['purpose', 'reason', 'condition', 'treatment'] as const).map((name) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{consult[name]}</dd>
          </div>
        ))}
        {consult.answer !== null && (
          <div className={styles.answer}>
            <dt>{t('opinion')}</dt>
            <dd>{consult.answer.opinion}</dd>
            <dd className={styles.quiet} title={consult.answer.contentHash}>
              {t('signed', {
                name: consult.answer.signedBy.name,
                title: l(titles.labels[consult.answer.signedBy.title]),
                department: l(consult.answer.signedBy.department),
                at: formatNear(consult.answer.signedAt),
              })}
              {' · '}
              {t('hash', { hash: consult.answer.contentHash.slice(0, HASH_DIGITS) })}
            </dd>
          </div>
        )}
        {consult.executionNote !== null && (
          <div>
            <dt>{t('executionNote')}</dt>
            <dd>{consult.executionNote}</dd>
          </div>
        )}
      </dl>
      <Trail consult={consult} />
      <p className={styles.quiet}>
        {t('recordLimit', { at: formatDense(consult.recordLimitAt) })}
        {consult.accompaniedBy !== null && ` · ${t('accompanied', { name: consult.accompaniedBy })}`}
      </p>
      <Link to={paths.case} params={{ caseNo: consult.caseNo }}>
        {t('openCase')}
      </Link>
    </article>
  );
}

/** What is open to this person now; the next step first. */
function Acts({ consult }: { consult: ConsultRequestView }) {
  const t = useTexts();
  const l = useLabel();
  const mayAsk = useAllowed('consult:request');
  const [verb, setVerb] = useState<TypedAct>();
  const { alternative, availableActions } = consult;
  const typed = availableActions.filter((action): action is TypedAct => action !== 'accept' && action !== 'arrive');
  const quick = (['accept', 'arrive'] as const).find((action) => availableActions.includes(action));
  return (
    <div className={styles.buttons}>
      {quick !== undefined && <QuickAct key={quick} item={consult} verb={quick} />}
      {typed.map((action) => (
        <Button
          key={action}
          type={action === 'answer' || action === 'close' ? 'primary' : 'default'}
          className={styles.tap}
          onClick={() => setVerb(action)}
        >
          {t(`do_${action}`)}
        </Button>
      ))}
      {alternative !== null && mayAsk && (
        <Link
          to={paths.newConsult}
          search={{ case: consult.caseNo, department: alternative.id, urgency: consult.urgency } as never}
          className={styles.ask}
        >
          {t('askAlternative', { department: l(alternative.name) })}
        </Link>
      )}
      {verb !== undefined && availableActions.includes(verb) && (
        <ActDialog verb={verb} consult={consult} onClose={() => setVerb(undefined)} />
      )}
    </div>
  );
}

function Trail({ consult: { trail, alternative } }: { consult: ConsultRequestView }) {
  const t = useTexts();
  const l = useLabel();
  return (
    <section>
      <h3>{t('trail')}</h3>
      <ol className={styles.trail}>
        {trail.map((event) => (
          <li key={`${event.kind} ${event.at}`}>
            <time dateTime={event.at} title={formatFormal(event.at)}>
              {formatNear(event.at)}
            </time>
            <span>
              {l(consultEvents.labels[event.kind])} ·{' '}
              {event.to === null ? event.by : t('trailTo', { by: event.by, to: event.to })}
              {event.note !== '' && <span className={styles.note}>{event.note}</span>}
              {event.kind === 'DECLINED' && alternative !== null && (
                <span className={styles.note}>{t('alternative', { department: l(alternative.name) })}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
