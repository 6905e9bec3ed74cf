import type { CaseAction, CaseView } from '@consilium/contracts';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { ExportCase } from '../../case-exports';
import { useTexts } from '../locales';
import type { CaseTab } from './case-tabs';
import { StartPlanDialog } from './start-plan-dialog';

interface CaseActionsProps {
  view: CaseView;
  /** The tab now shown: a step that is taken there needs no button that leads there. */
  tab: CaseTab;
  onOpen: (tab: CaseTab) => void;
}

/** What is open to this person now, the next step first. The buttons follow `availableActions` and nothing else. */
export function CaseActions({ view, tab, onOpen }: CaseActionsProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const [isStarting, setStarting] = useState(false);
  const { planId } = view;
  const leadTo = (at: CaseTab) => ({ at, act: () => onOpen(at) });
  const steps: { action: CaseAction; text: string; at?: CaseTab; act: () => void }[] = [
    { action: 'take-in-triage', text: t('doTriage'), ...leadTo('departments') },
    { action: 'accept', text: t('doTriage'), ...leadTo('departments') },
    { action: 'provide-information', text: t('answerMissing'), ...leadTo('departments') },
    { action: 'give-opinion', text: t('writeOpinion'), ...leadTo('opinions') },
    { action: 'schedule', text: t('scheduleCase'), act: () => void navigate({ to: '/sessions' }) },
    { action: 'start-plan', text: t('startPlan'), act: () => setStarting(true) },
    {
      action: 'open-plan',
      text: t('openPlan'),
      act: () => {
        if (planId !== null) void navigate({ to: '/plans/$id', params: { id: planId } });
      },
    },
  ];
  const open = steps.filter((step) => view.availableActions.includes(step.action) && step.at !== tab);
  return (
    <>
      {open.map((step, place) => (
        <Button key={step.action} type={place === 0 ? 'primary' : 'default'} onClick={step.act}>
          {step.text}
        </Button>
      ))}
      {view.availableActions.includes('export') && <ExportCase caseNo={view.caseNo} />}
      {isStarting && <StartPlanDialog view={view} onClose={() => setStarting(false)} />}
    </>
  );
}
