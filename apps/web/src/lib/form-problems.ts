import type { FormInstance } from 'antd';
import { ApiProblem } from './api';
import { currentLocale } from './i18n';

export type FieldName = (string | number)[];

/** `clinical.structures.0.code` → `['clinical', 'structures', 0, 'code']`, as antd names fields. */
export function fieldName(path: string): FieldName {
  return path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

const same = (a: FieldName, b: FieldName) =>
  a.length === b.length && a.every((part, i) => String(part) === String(b[i]));

/** The field itself, or the nearest one around it that is on the form: an error of a whole list is shown at the list. */
function fieldOnForm(name: FieldName, onForm: FieldName[]): FieldName | undefined {
  for (let length = name.length; length > 0; length -= 1) {
    const found = onForm.find((field) => same(field, name.slice(0, length)));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A sentence for anything thrown by a call. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.problem.detail;
  return currentLocale() === 'en-US'
    ? 'Something went wrong on this screen. Reload and try again.'
    : '页面出错。刷新后重试。';
}

/**
 * Puts a refusal's field errors at the fields of the form, keeps what was typed and moves the focus to the first.
 * Returns the sentence for what has no field here: undefined when every error found its place.
 * `rename` turns the API's path into the form's where they differ.
 */
export function applyProblem<Values>(
  form: FormInstance<Values>,
  error: unknown,
  rename: (path: string) => FieldName = fieldName,
): string | undefined {
  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  if (errors.length === 0) return sentenceOf(error);
  const onForm = form.getFieldsError().map((field) => field.name);
  const placed = new Map<string, { name: FieldName; errors: string[] }>();
  const homeless: string[] = [];
  for (const { field, message } of errors) {
    const name = fieldOnForm(rename(field), onForm);
    if (name === undefined) {
      homeless.push(message);
      continue;
    }
    const key = name.join('.');
    const entry = placed.get(key) ?? { name, errors: [] };
    entry.errors.push(message);
    placed.set(key, entry);
  }
  const fields = [...placed.values()];
  // antd types names by the shape of the values; these come from the form itself.
  form.setFields(fields as Parameters<typeof form.setFields>[0]);
  const first = fields[0];
  if (first !== undefined) form.scrollToField(first.name as Parameters<typeof form.scrollToField>[0], { focus: true });
  if (homeless.length === 0) return undefined;
  return [sentenceOf(error), ...new Set(homeless)].join(' ');
}
