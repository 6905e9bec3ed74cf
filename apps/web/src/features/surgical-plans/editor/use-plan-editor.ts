import type { PlanContent, PlanView, ProblemDocument } from '@consilium/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { useMemo, useState } from 'react';
import { isProblem } from '../../../lib/api';
import { applyProblem } from '../../../lib/form-problems';
import { serverNow } from '../../../lib/server-clock';
import { planQuery, useSavePlan, useStagePlan } from '../api';
import { samePlan, stagesAskedAgain } from '../plan-changes';
import { contentOfForm, formOfContent, planContentOf, type PlanForm } from '../plan-form';
import { fromPicker, toPicker } from '../../../lib/wall-time';

/** What the last attempt to save or submit came to. */
export interface Refusal {
  act: 'save' | 'stage';
  error: unknown;
  /** What found no place at a field; undefined where every word stands at one. */
  sentence: string | undefined;
}

/**
 * Writing a plan: what was last saved, what is typed now, and the two ways to hand it over. Nothing typed is lost to a refusal;
 * where somebody else saved first, `theirs` holds their plan until the two are merged.
 */
export function usePlanEditor(plan: PlanView) {
  const client = useQueryClient();
  const [form] = Form.useForm<PlanForm>();
  const save = useSavePlan(plan.id);
  const stage = useStagePlan(plan.id);
  const [base, setBase] = useState(plan);
  const [theirs, setTheirs] = useState<PlanView | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [clash, setClash] = useState<ProblemDocument | null>(null);
  const [saved, setSaved] = useState<{ at: Date; askedAgain: string[] } | null>(null);

  const [initial] = useState(() => formOfContent(planContentOf(plan), toPicker));

  /** What stands in the form at this moment. Stage codes have no field of their own, so the whole store is read. */
  const typed = (): PlanContent => {
    const values = form.getFieldsValue(true) as PlanForm;
    return contentOfForm(values.stages === undefined ? initial : values, fromPicker);
  };
  const isDirty = (): boolean => !samePlan(planContentOf(base), typed());

  const refused = (act: Refusal['act'], error: unknown) => {
    if (isProblem(error, 'booking/clash')) setClash(error.problem);
    else setRefusal({ act, error, sentence: applyProblem(form, error) });
  };
  const forget = () => {
    setRefusal(null);
    setClash(null);
  };

  /** Saves what is given, on top of version `on`. Resolves with the saved plan, or null where it was refused. */
  const send = async (what: PlanContent, on: PlanView): Promise<PlanView | null> => {
    forget();
    try {
      const now = await save.mutateAsync({ ...what, version: on.version });
      const asked = on.state === 'DRAFT' ? [] : stagesAskedAgain(planContentOf(on), planContentOf(now));
      const askedAgain = now.stages
        .filter((one) => asked.includes(one.code) && one.confirmation === 'WAITING')
        .map((one) => `${one.code} ${one.leadName}`);
      setBase(now);
      setTheirs(null);
      setSaved({ at: serverNow(), askedAgain });
      form.setFieldsValue(formOfContent(planContentOf(now), toPicker));
      return now;
    } catch (error) {
      if (isProblem(error, 'object/stale')) {
        try {
          setTheirs(await client.fetchQuery({ ...planQuery(plan.id), staleTime: 0 }));
        } catch (unreachable) {
          refused('save', unreachable);
        }
      } else {
        refused('save', error);
      }
      return null;
    }
  };

  return {
    form,
    initial,
    base,
    isDirty,
    theirs,
    refusal,
    clash,
    saved,
    saving: save.isPending,
    sending: save.isPending || stage.isPending,
    save: () => send(typed(), base),
    /** Saves a merge of both plans; from now on the other person's plan is what this one stands on. */
    saveMerged: (merged: PlanContent, on: PlanView) => {
      form.setFieldsValue(formOfContent(merged, toPicker));
      setBase(on);
      return send(merged, on);
    },
    /** Leaves what is typed and shows the plan as the other person saved it. */
    takeTheirs: (their: PlanView) => {
      forget();
      setTheirs(null);
      setBase(their);
      form.setFieldsValue(formOfContent(planContentOf(their), toPicker));
    },
    /** Saves what is unsaved and asks the stage leads. Resolves with true once they are asked. */
    submit: async (): Promise<boolean> => {
      const on = isDirty() ? await send(typed(), base) : base;
      if (on === null) return false;
      forget();
      try {
        setBase(await stage.mutateAsync({ version: on.version }));
        return true;
      } catch (error) {
        refused('stage', error);
        return false;
      }
    },
    startAt: (instant: string) => form.setFieldValue('startsAt', toPicker(instant)),
  };
}

export type PlanEditor = ReturnType<typeof usePlanEditor>;

/**
 * What is typed, for parts of the screen that follow every key. The form itself does not: a keystroke draws one field anew and not all
 * of them.
 */
export function useTyped({ form, initial, base }: PlanEditor) {
  const watched = Form.useWatch((values: PlanForm) => values, { form, preserve: true }) as PlanForm | undefined;
  const values = watched?.stages === undefined ? initial : watched;
  return useMemo(() => {
    const content = contentOfForm(values, fromPicker);
    const before = planContentOf(base);
    return {
      values,
      content,
      dirty: !samePlan(before, content),
      /** Stages of a plan already handed over whose leads will be asked again when this is saved. */
      toAskAgain: base.state === 'DRAFT' ? [] : stagesAskedAgain(before, content),
    };
  }, [values, base]);
}
