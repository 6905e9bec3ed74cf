import type { Requirement } from '@consilium/contracts';
import { ProblemAlert } from '../../../components';
import { useTexts } from '../locales';
import { DepartmentsEditor } from './departments-editor';
import type { ChosenDepartment, ProposalChanges } from './departments-of-referral';
import { REFERRAL } from './form-name';
import type { Proposals } from './use-proposals';
import styles from './departments-panel.module.css';

interface DepartmentsPanelProps {
  proposals: Proposals;
  chosen: ChosenDepartment[];
  changes: ProposalChanges;
  onChange: (changes: ProposalChanges) => void;
  disabled: boolean;
  problems: string[];
}

/** Who is to take part: proposed by the rules as the form is filled in, each with its reasons; the surgeon has the last word. */
export function DepartmentsPanel({ proposals, chosen, ...editor }: DepartmentsPanelProps) {
  const t = useTexts();
  const count = (requirement: Requirement) => chosen.filter((one) => one.requirement === requirement).length;
  return (
    <section className={styles.panel} aria-labelledby="referral-departments">
      <header>
        <h2 id="referral-departments">{t('blockDepartments')}</h2>
        <span>{t('departmentsCount', { required: count('REQUIRED'), optional: count('OPTIONAL') })}</span>
      </header>
      <ProposalState proposals={proposals} nothing={chosen.length === 0} />
      <DepartmentsEditor {...editor} proposed={proposals.items} chosen={chosen} addId={`${REFERRAL}_departments`} />
    </section>
  );
}

function ProposalState({ proposals, nothing }: { proposals: Proposals; nothing: boolean }) {
  const t = useTexts();
  if (proposals.state === 'failed') {
    return <ProblemAlert error={proposals.error} title={t('proposalFailed')} onRetry={proposals.retry} />;
  }
  const text = {
    waiting: t('proposalWaiting'),
    loading: t('proposalLoading'),
    ready: nothing ? t('proposalNone') : '',
  }[proposals.state];
  return <output className={styles.state}>{text}</output>;
}
