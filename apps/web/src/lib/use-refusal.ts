import type { FormInstance } from 'antd';
import { useEffect, useState } from 'react';
import { applyProblem, type FieldName } from './form-problems';

interface Refusal {
  error: unknown;
  /** What has no field here; undefined where every error found its place. */
  sentence: string | undefined;
}

/**
 * A refusal of what a form sent: its field errors at the fields, and the sentence for the rest. The focus goes to the first refused
 * field once the form is no longer sending, since a field that is disabled takes none.
 */
export function useRefusal<Values>(form: FormInstance<Values>, isSending: boolean) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    if (isSending || refusal === null) return;
    const first = form.getFieldsError().find((field) => field.errors.length > 0);
    // antd types names by the shape of the values; this one comes from the form itself.
    if (first !== undefined)
      form.scrollToField(first.name as Parameters<typeof form.scrollToField>[0], { focus: true });
  }, [form, isSending, refusal]);
  return {
    /** For the alert beside the fields; null where there is nothing to say there. */
    refusal: refusal?.sentence === undefined ? null : { error: refusal.error, sentence: refusal.sentence },
    /** `rename` turns the API's path into the form's where they differ. */
    refuse: (error: unknown, rename?: (path: string) => FieldName) =>
      setRefusal({ error, sentence: applyProblem(form, error, rename) }),
    clear: () => setRefusal(null),
  };
}
