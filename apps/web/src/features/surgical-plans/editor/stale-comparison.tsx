import type { PlanView, SurgicalStage } from '@consilium/contracts';
import { Button, Radio } from 'antd';
import { CircleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLabel, useLocale } from '../../../lib/i18n';
import { formatNear } from '../../../lib/time';
import { useDirectory } from '../../organisations';
import { usePlanText } from '../locales';
import { differencesOf, firstChoices, mergedPlan, type Difference, type Side } from '../plan-changes';
import { planContentOf } from '../plan-form';
import { useTyped, type PlanEditor } from './use-plan-editor';
import styles from './editor.module.css';

interface Props {
  editor: PlanEditor;
  /** The plan as the other person saved it. */
  theirs: PlanView;
}

/** Somebody else saved first: both versions side by side, to choose part by part. What was typed stays in the form until then. */
export function StaleComparison({ editor, theirs }: Props) {
  const { base } = editor;
  const { content: mine } = useTyped(editor);
  const t = usePlanText();
  const nameOf = usePartNames();
  const their = useMemo(() => planContentOf(theirs), [theirs]);
  const differences = useMemo(() => differencesOf(planContentOf(base), mine, their), [base, mine, their]);
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const chosen = { ...firstChoices(differences), ...choices };
  const who = theirs.updatedBy;
  return (
    <section className={styles.stale} role="alert" aria-label={t('staleTable')}>
      <h3>
        <CircleAlert size={16} aria-hidden="true" />
        {t('staleTitle', { who, at: formatNear(theirs.updatedAt) })}
      </h3>
      <p>{differences.length === 0 ? t('staleNothing') : t('staleExplain')}</p>
      {differences.length > 0 && (
        <table aria-label={t('staleTable')}>
          <thead>
            <tr>
              <th scope="col">{t('stalePart')}</th>
              <th scope="col">{t('staleMine')}</th>
              <th scope="col">{t('staleTheirs', { who })}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => {
              const part = nameOf.part(difference);
              return (
                <tr key={difference.key}>
                  <th scope="row">{part}</th>
                  {(['mine', 'theirs'] as const).map((side) => (
                    <td key={side}>
                      <Radio
                        name={difference.key}
                        checked={chosen[difference.key] === side}
                        onChange={() => setChoices({ ...choices, [difference.key]: side })}
                        aria-label={`${t('staleChoose', { part })} ${side === 'mine' ? t('staleMine') : t('staleTheirs', { who })}`}
                      >
                        <span className={styles.staleText}>{nameOf.value(difference, side)}</span>
                      </Radio>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <div className={styles.buttons}>
        <Button
          type="primary"
          loading={editor.saving}
          onClick={() => void editor.saveMerged(mergedPlan(mine, their, differences, chosen), theirs)}
        >
          {t('staleSave')}
        </Button>
        <Button onClick={() => editor.takeTheirs(theirs)}>{t('staleReload')}</Button>
      </div>
    </section>
  );
}

/** Parts of a plan and their values in words. */
function usePartNames() {
  const t = usePlanText();
  const label = useLabel();
  const locale = useLocale();
  const { data: directory } = useDirectory();
  const names = {
    title: t('title'),
    leadId: t('overallLead'),
    theatreId: t('theatre'),
    startsAt: t('startsAt'),
    anaesthesia: t('anaesthesiaField'),
    position: t('position'),
  };
  const person = (id: string) => {
    const found = directory?.people.find((one) => one.id === id);
    return found === undefined ? '' : locale === 'en-US' ? found.nameEn : found.name;
  };
  const partsOf = (stage: SurgicalStage): [name: string, value: string][] => {
    const department = directory?.departments.find((one) => one.id === stage.departmentId);
    return [
      [t('department'), department === undefined ? '' : label(department.name)],
      [t('lead'), person(stage.leadId)],
      [t('goal'), stage.goal],
      [t('dayField'), stage.dayOffset === 0 ? t('dayZero') : `D${stage.dayOffset}`],
      [t('minutes'), t('minutesOf', { n: stage.minutes })],
      [t('bloodShort'), t('unitsOf', { n: stage.bloodUnits })],
      [t('structures'), stage.structuresAtRisk.join(t('listSeparator'))],
      [t('entry'), stage.entryCondition],
      [t('handover'), stage.handoverCondition],
      [t('contingency'), stage.contingency],
      [t('after'), stage.after.join(' ') || t('afterNone')],
    ];
  };
  /** What the other side has otherwise; where the other has no such stage, what it is. */
  const stageInWords = (stage: SurgicalStage | null, other: SurgicalStage | null) => {
    if (stage === null) return t('staleAbsent');
    const others = other === null ? [] : partsOf(other);
    return partsOf(stage)
      .filter(([name, value], index) =>
        other === null ? value !== '' && name !== t('after') : others[index]?.[1] !== value,
      )
      .map(([name, value]) => `${name}: ${value === '' ? t('staleEmpty') : value}`)
      .join('\n');
  };
  return {
    part: (difference: Difference) =>
      difference.kind === 'stage' ? t('stageNamed', { code: difference.code }) : names[difference.field],
    value: (difference: Difference, side: Side): string => {
      if (difference.kind === 'stage') {
        return stageInWords(difference[side], difference[side === 'mine' ? 'theirs' : 'mine']);
      }
      const value = difference[side];
      if (value === null || value === '') return t('staleEmpty');
      if (difference.field === 'leadId') return person(value);
      if (difference.field === 'startsAt') return formatNear(value);
      if (difference.field === 'theatreId') {
        const room = directory?.rooms.find((one) => one.id === value);
        return room === undefined ? value : label(room.name);
      }
      return value;
    },
  };
}
