import { fieldProblems, fill, surgicalStage, type FieldProblemCode } from '@consilium/contracts';
import type { FormRule } from 'antd';
import { labelOf } from '../../../lib/i18n';

const sentence = (code: FieldProblemCode, parameters?: Record<string, number>) =>
  fill(labelOf(fieldProblems, code), parameters);

/** Must be filled in; spaces do not count. */
export const written = (): FormRule => ({ required: true, whitespace: true, message: sentence('required') });

/** Must be chosen. */
export const chosen = (): FormRule => ({ required: true, message: sentence('required') });

/** A whole number within what the contract allows for this part of a stage. */
export function withinContract(part: 'minutes' | 'bloodUnits'): FormRule[] {
  const { minValue, maxValue } = surgicalStage.shape[part];
  return [
    chosen(),
    ...(minValue === null
      ? []
      : [{ type: 'number' as const, min: minValue, message: sentence('too-small', { min: minValue }) }]),
    ...(maxValue === null
      ? []
      : [{ type: 'number' as const, max: maxValue, message: sentence('too-big', { max: maxValue }) }]),
  ];
}
