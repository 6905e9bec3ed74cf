import type { FormProps } from 'antd';
import styles from './required-mark.module.css';

/** The asterisk of a required field is for the eye and no part of its name; the field itself says that it is required. */
export const requiredMark: FormProps['requiredMark'] = (label, { required }) => (
  <span className={required ? styles.required : undefined}>{label}</span>
);
