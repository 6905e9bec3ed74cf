import type { CaseAction, CaseView } from '@consilium/contracts';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../locales';
import type { CaseTab } from './case-tabs';
import { StartPlanDialog } from './start-plan-dialog';

interface CaseActionsProps {
  view: CaseView;
  onOpen: (tab: CaseTab) => void;
}

/** What is open to this person now, the next step first. The buttons follow `availableActions` and nothing else. */
export function CaseActions({ view, onOpen }: CaseActionsProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const [isStarting, setStarting] = useState(false);
  const { planId } = view;
  const steps: { action: CaseAction; text: string; act: () => void }[] = [
    { action: 'take-in-triage', text: t('doTriage'), act: () => onOpen('departments') },
    { action: 'accept', text: t('doTriage'), act: () => onOpen('departments') },
    { action: 'provide-information', text: t('answerMissing'), act: () => onOpen('departments') },
    { action: 'give-opinion', text: t('writeOpinion'), act: () => onOpen('opinions') },
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
  const open = steps.filter(({ action }) => view.availableActions.includes(action));
  return (
    <>
      {open.map(({ action, text, act }, at) => (
        <Button key={action} type={at === 0 ? 'primary' : 'default'} onClick={act}>
          {text}
        </Button>
      ))}
      {isStarting && <StartPlanDialog view={view} onClose={() => setStarting(false)} />}
    </>
  );
}
