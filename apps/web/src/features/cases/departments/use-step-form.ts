import type { CaseView } from '@consilium/contracts';
import type { UseMutationResult } from '@tanstack/react-query';
import { App, Form } from 'antd';
import { isProblem } from '../../../lib/api';
import { useHeldVersion } from '../case/use-held-version';
import { useRefusal } from '../use-refusal';

interface StepOptions<Values, Body> {
  view: CaseView;
  change: UseMutationResult<CaseView, Error, Body>;
  /** What is sent of what was typed, built on a version of the case. */
  body: (values: Values, version: number) => Body;
  done: string;
}

/**
 * A form that moves a case one step. What is typed stays through every refusal; when somebody else was faster, the reader compares
 * before it is sent again on top of the present state.
 */
export function useStepForm<Values extends object, Body>({ view, change, body, done }: StepOptions<Values, Body>) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const held = useHeldVersion(view.version);
  const isStale = isProblem(change.error, 'object/stale');
  const { refusal, refuse, clear } = useRefusal(form, change.isPending);

  const send = (version: number) => {
    clear();
    change.mutate(body(form.getFieldsValue(true) as Values, version), {
      onSuccess: () => {
        held.release();
        void message.success(done);
      },
      onError: (error) => {
        if (!isProblem(error, 'object/stale')) refuse(error);
      },
    });
  };
  return {
    form,
    /** The refusal as stale, while it waits for the reader's choice. */
    conflict: isStale ? change.error : null,
    /** What a refusal says beside the fields. */
    problem: refusal,
    isSending: change.isPending,
    typed: held.hold,
    submit: () => send(held.version),
    keepMine: () => {
      held.release();
      send(view.version);
    },
    takeTheirs: () => {
      held.release();
      form.resetFields();
      change.reset();
    },
  };
}
