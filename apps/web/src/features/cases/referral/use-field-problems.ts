import type { FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { useLocale } from '../../../lib/i18n';
import { problemSentence, type FieldProblem } from '../field-problems';
import type { ReferralValues } from './referral-types';

type Name = (string | number)[];
type Fields = Parameters<FormInstance<ReferralValues>['setFields']>[0];

const isAt = (field: Name, path: Name, length: number) =>
  field.length === length && field.every((part, at) => String(part) === String(path[at]));

/** The field a problem is shown at: its own, or the nearest around it that is on the form. */
function homeOf(path: Name, onForm: Name[]): Name | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const found = onForm.find((field) => isAt(field, path, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Keeps the problems at their fields, in the language shown, and takes each away when it is mended. */
export function useFieldProblems(form: FormInstance<ReferralValues>, problems: FieldProblem[]): void {
  const locale = useLocale();
  const placed = useRef(new Map<string, Name>());
  useEffect(() => {
    const onForm = form.getFieldsError().map((field) => field.name);
    const wanted = new Map<string, { name: Name; errors: string[] }>();
    for (const problem of problems) {
      const name = homeOf(problem.path, onForm);
      if (name === undefined) continue;
      const key = name.join('.');
      const errors = [...(wanted.get(key)?.errors ?? []), problemSentence(problem, locale)];
      wanted.set(key, { name, errors: [...new Set(errors)] });
    }
    const mended = [...placed.current].filter(([key]) => !wanted.has(key)).map(([, name]) => ({ name, errors: [] }));
    // antd types names by the shape of the values; these come from the form itself.
    form.setFields([...mended, ...wanted.values()] as Fields);
    placed.current = new Map([...wanted].map(([key, { name }]) => [key, name]));
  }, [form, problems, locale]);
}
