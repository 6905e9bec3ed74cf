/** What antd's `Form.Item` hands to the control within: its label and its error hang on these. */
export interface FieldWiring<T> {
  id?: string;
  value?: T | null;
  onChange?: (value: T | null) => void;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean | 'true' | 'false';
  'aria-required'?: boolean | 'true' | 'false';
}
