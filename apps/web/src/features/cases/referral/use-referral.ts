import { referral } from '@consilium/contracts';
import { Form, type FormInstance } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { ApiProblem } from '../../../lib/api';
import { fieldName } from '../../../lib/form-problems';
import { useMe } from '../../../lib/me';
import { useRefer } from '../api';
import { problemsOf, valueAt, type FieldProblem } from '../field-problems';
import { focusField } from '../focus-field';
import { filledLines } from '../../../components/lines-field';
import { choicesOf, chosenDepartments, noChanges, type ChosenDepartment } from './departments-of-referral';
import { inScreenOrder } from './referral-fields';
import { REFERRAL } from './form-name';
import { emptyReferral, withoutCleared, type ReferralValues } from './referral-types';
import { forgetUnsavedReferral, keepUnsavedReferral, readUnsavedReferral } from './unsaved-referral';
import { useFieldProblems } from './use-field-problems';
import { useProposals } from './use-proposals';

/** What would be sent of what is on the form. */
function bodyOf(values: ReferralValues, chosen: ChosenDepartment[]) {
  const clinical = values.clinical ?? {};
  const pathology = (clinical.pathology ?? []).map((one) => ({ ...one, markers: filledLines(one.markers) }));
  return withoutCleared({
    patient: values.patient ?? {},
    clinical: { ...clinical, pathology },
    urgency: values.urgency,
    departments: choicesOf(chosen),
  });
}

/** A refusal of the API as problems of fields; the rest is said in the sentence of the alert. */
function refusedFields(error: unknown): FieldProblem[] {
  if (!(error instanceof ApiProblem)) return [];
  // The refusal speaks of the number: it stands at the field where it is mended.
  if (error.code === 'patient/identity-conflict') {
    return [{ path: ['patient', 'identityNo'], code: 'invalid', message: error.problem.detail }];
  }
  return (error.problem.errors ?? []).map(({ field, code, message }) => ({ path: fieldName(field), code, message }));
}

/** A referral being written: its fields, the departments, what is missing, and the sending. */
export function useReferral(form: FormInstance<ReferralValues>, onReferred: (caseNo: string) => void) {
  const me = useMe();
  const [left] = useState(() => readUnsavedReferral(me.id));
  const [changes, setChanges] = useState(left?.changes ?? noChanges);
  const [isRestored, setRestored] = useState(left !== null);
  const [attempted, setAttempted] = useState(false);
  const [refused, setRefused] = useState<{ problem: FieldProblem; typed: unknown }[]>([]);
  const refer = useRefer();
  const proposals = useProposals(form);
  const chosen = useMemo(() => chosenDepartments(proposals.items, changes), [proposals.items, changes]);
  const values = Form.useWatch((all: ReferralValues) => all, { form, preserve: true });

  useEffect(() => {
    if (values !== undefined && form.isFieldsTouched()) keepUnsavedReferral(me.id, values, changes);
  }, [form, me.id, values, changes]);

  const problems = useMemo(() => {
    const body = bodyOf(values ?? {}, chosen);
    const missing = attempted ? problemsOf(referral, body) : [];
    // What the API refused stays until the field is changed.
    const standing = refused.filter(({ problem, typed }) => valueAt(body, problem.path) === typed);
    return inScreenOrder([...missing, ...standing.map(({ problem }) => problem)]);
  }, [attempted, values, chosen, refused]);
  useFieldProblems(form, problems);

  const { isPending } = refer;
  useEffect(() => {
    // A field takes no focus while the form is sending.
    if (!isPending && refused[0] !== undefined) focusField(REFERRAL, refused[0].problem.path);
  }, [refused, isPending]);

  const submit = () => {
    setAttempted(true);
    const body = bodyOf(form.getFieldsValue(true) as ReferralValues, chosen);
    const [first] = inScreenOrder(problemsOf(referral, body));
    if (first !== undefined) {
      focusField(REFERRAL, first.path);
      return;
    }
    refer.mutate(referral.parse(body), {
      onSuccess: ({ caseNo }) => {
        forgetUnsavedReferral();
        onReferred(caseNo);
      },
      onError: (error) => {
        const found = inScreenOrder(refusedFields(error));
        setRefused(found.map((problem) => ({ problem, typed: valueAt(body, problem.path) })));
      },
    });
  };

  const startEmpty = () => {
    forgetUnsavedReferral();
    form.setFieldsValue(structuredClone(emptyReferral));
    form.resetFields();
    setChanges(noChanges);
    setRestored(false);
    setAttempted(false);
    setRefused([]);
  };

  return {
    initialValues: left === null ? emptyReferral : { ...left.values, patient: {} },
    isRestored,
    startEmpty,
    changes,
    setChanges,
    chosen,
    proposals,
    problems,
    submit,
    isSending: isPending,
    error: refer.error,
  };
}
