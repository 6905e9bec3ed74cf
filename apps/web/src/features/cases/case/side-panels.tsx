import type { CaseView } from '@consilium/contracts';
import { Link } from '@tanstack/react-router';
import { PersonChip, RiskBadge } from '../../../components';
import { useLabel } from '../../../lib/i18n';
import { formatFormal, formatNear } from '../../../lib/time';
import { useAllowed } from '../../../lib/me';
import { NewsPanel, WriteNews } from '../../condition-updates';
import { AskForConsult, ConsultsPanel } from '../../consult-requests';
import { useTexts } from '../locales';
import { ConsentPanel } from './consent-panel';
import { DepartmentsPanel } from './departments-panel';
import { Panel } from './panel';
import { SharesPanel } from './shares-panel';
import styles from './side-panels.module.css';

/** The right column: who, until when, and what is still missing. The panels never change their places. */
export function SidePanels({ view }: { view: CaseView }) {
  const t = useTexts();
  const l = useLabel();
  const hasNews = useAllowed('condition-update:read');
  const hasConsults = useAllowed('consult:read');
  return (
    <>
      <Panel title={t('ownerTitle')} extra={t('referredOn', { at: formatNear(view.referredAt) })}>
        <PersonChip
          name={view.owner.name}
          detail={view.owner.department === null ? undefined : l(view.owner.department)}
        />
      </Panel>
      {hasNews && (
        <Panel
          title={t('newsTitle')}
          extra={view.availableActions.includes('write-news') ? <WriteNews caseNo={view.caseNo} /> : undefined}
        >
          <NewsPanel caseNo={view.caseNo} />
        </Panel>
      )}
      {hasConsults && (
        <Panel
          title={t('consultsTitle')}
          extra={view.availableActions.includes('ask-consult') ? <AskForConsult caseNo={view.caseNo} /> : undefined}
        >
          <ConsultsPanel caseNo={view.caseNo} />
        </Panel>
      )}
      <DepartmentsPanel view={view} />
      <Panel title={t('missingTitleInfo')}>
        {view.missingInformation === null ? (
          <p className={styles.quiet}>{t('missingNone')}</p>
        ) : (
          <p className={styles.missing}>{view.missingInformation}</p>
        )}
      </Panel>
      <SessionPanel view={view} />
      <ConsentPanel view={view} />
      <SharesPanel view={view} />
      {view.planId !== null && view.availableActions.includes('open-plan') && (
        <Panel title={t('planTitle')}>
          <Link to="/plans/$id" params={{ id: view.planId }}>
            {t('openPlan')}
          </Link>
        </Panel>
      )}
      <Panel title={t('riskTitle')} extra={<RiskBadge risk={view.risk} />}>
        <ul className={styles.reasons}>
          {view.riskReasons.map((reason) => (
            <li key={reason.rule}>{l(reason.text)}</li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function SessionPanel({ view: { session, decisionSigned } }: { view: CaseView }) {
  const t = useTexts();
  return (
    <Panel title={t('sessionTitle')} extra={decisionSigned ? t('decisionSigned') : undefined}>
      {session === null ? (
        <p className={styles.quiet}>{t('sessionNone')}</p>
      ) : (
        <p>
          <Link to="/sessions/$id" params={{ id: session.id }} title={formatFormal(session.startsAt)}>
            {session.title}
          </Link>{' '}
          <time dateTime={session.startsAt}>{formatNear(session.startsAt)}</time>
        </p>
      )}
    </Panel>
  );
}
