import { planPromptKinds, type PlanPrompt } from '@consilium/contracts';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { ProblemAlert } from '../../components';
import { isProblem } from '../../lib/api';
import { useLabel } from '../../lib/i18n';
import { anatomyQuery } from './api';
import { useAnatomyText } from './locales';
import styles from './anatomy.module.css';

/** What the involved structures suggest for the plan of a case; nothing where the reader may not open the case. */
export function usePlanPrompts(caseNo: string): readonly PlanPrompt[] {
  const { data } = useQuery(anatomyQuery(caseNo));
  return data?.planPrompts ?? [];
}

function Chip({ prompt, name, onAdd }: { prompt: PlanPrompt; name: string; onAdd: () => void }) {
  const t = useAnatomyText();
  const l = useLabel();
  return (
    <li>
      <button
        type="button"
        className={styles.chip}
        aria-label={name}
        title={t('promptBecause', { structures: prompt.structures.map(l).join(t('separator')) })}
        onClick={onAdd}
      >
        <Plus size={12} aria-hidden="true" />
        <span>
          <b>{l(planPromptKinds.labels[prompt.kind])}</b> {l(prompt.text)}
        </span>
      </button>
    </li>
  );
}

interface StagePromptsProps {
  caseNo: string;
  /** Whether the stage says it already. */
  holds: (text: string, kind: PlanPrompt['kind']) => boolean;
  onAdd: (text: string, kind: PlanPrompt['kind']) => void;
}

/** Structures at risk, contingencies and preparations that one stage may take over, folded until asked for. */
export function StagePrompts({ caseNo, holds, onAdd }: StagePromptsProps) {
  const t = useAnatomyText();
  const l = useLabel();
  const open = usePlanPrompts(caseNo).filter(({ kind, text }) => kind !== 'STAGE' && !holds(l(text), kind));
  if (open.length === 0) return null;
  return (
    <details className={styles.prompts}>
      <summary>{t('promptsCount', { count: open.length })}</summary>
      <ul aria-label={t('prompts')}>
        {open.map((prompt) => (
          <Chip
            key={prompt.code}
            prompt={prompt}
            name={t('promptAdd', { kind: l(planPromptKinds.labels[prompt.kind]), text: l(prompt.text) })}
            onAdd={() => onAdd(l(prompt.text), prompt.kind)}
          />
        ))}
      </ul>
    </details>
  );
}

/** Stages that the involved structures suggest and no stage has for its goal yet. */
export function SuggestedStages({
  caseNo,
  goals,
  onAdd,
}: {
  caseNo: string;
  goals: readonly string[];
  onAdd: (goal: string) => void;
}) {
  const t = useAnatomyText();
  const l = useLabel();
  const { data, error, refetch } = useQuery(anatomyQuery(caseNo));
  // Who plans without sight of the case plans without its suggestions.
  const isRefused = isProblem(error, 'object/not-found') || isProblem(error, 'access/denied');
  if (data === undefined)
    return isRefused ? null : <ProblemAlert error={error} title={t('promptsFailed')} onRetry={() => void refetch()} />;
  const open = data.planPrompts.filter(({ kind, text }) => kind === 'STAGE' && !goals.includes(l(text)));
  if (open.length === 0) return null;
  return (
    <section className={styles.stagePrompts} aria-label={t('stagePrompts')}>
      <h4>{t('stagePrompts')}</h4>
      <ul>
        {open.map((prompt) => (
          <Chip
            key={prompt.code}
            prompt={prompt}
            name={t('stageAdd', { text: l(prompt.text) })}
            onAdd={() => onAdd(l(prompt.text))}
          />
        ))}
      </ul>
    </section>
  );
}
