import { surgicalStage } from '@consilium/contracts';
import { Button, Form, Input, InputNumber, Select, Tooltip, type FormInstance, type SelectProps } from 'antd';
import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLabel } from '../../../lib/i18n';
import { StagePrompts } from '../../anatomy';
import { DepartmentSelect, PersonSelect, useDirectory } from '../../organisations';
import { usePlanText } from '../locales';
import type { PlanForm, StageForm } from '../plan-form';
import { chosen, withinContract, written } from './field-rules';
import { useLeadPrivileges } from './use-lead-privileges';
import styles from './editor.module.css';

/** The element id of a stage's card, so that the preview can lead there. */
export const cardIdOf = (code: string) => `edit-${code}`;

/** Days before the operation on which a stage may be done, the contract's earliest last. */
const EARLIEST_DAY = surgicalStage.shape.dayOffset.unwrap().minValue ?? 0;
const DAYS = Array.from({ length: 1 - EARLIEST_DAY }, (_, before) => (before === 0 ? 0 : -before));

interface Props {
  form: FormInstance<PlanForm>;
  caseNo: string;
  /** Place of the stage in the form's list. */
  index: number;
  code: string;
  last: boolean;
  onMove: (by: 1 | -1) => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

/** One stage of the operation as a form. */
export function StageEditor({ form, caseNo, index, code, last, onMove, onDuplicate, onRemove }: Props) {
  const t = usePlanText();
  const label = useLabel();
  const { data: directory } = useDirectory();
  const departmentId = Form.useWatch(['stages', index, 'departmentId'], form) as string | undefined;
  const at = (part: keyof StageForm) => [index, part];
  const privilegeOf = useLeadPrivileges(form, index, departmentId);

  const leaveLeadOfOtherDepartment = (departmentId: string) => {
    const leadId = form.getFieldValue(['stages', index, 'leadId']) as string | undefined;
    const lead = directory?.people.find((person) => person.id === leadId);
    if (lead !== undefined && !lead.departmentIds.includes(departmentId)) {
      form.setFieldValue(['stages', index, 'leadId'], undefined);
    }
  };
  return (
    <li id={cardIdOf(code)} className={styles.stage} tabIndex={-1} aria-label={t('stageNamed', { code })}>
      <div className={styles.stageHead}>
        <strong>{code}</strong>
        <StageGoal form={form} index={index} />
        <Act id={`${cardIdOf(code)}-up`} name={t('moveUp', { code })} disabled={index === 0} onClick={() => onMove(-1)}>
          <ArrowUp size={14} aria-hidden="true" />
        </Act>
        <Act id={`${cardIdOf(code)}-down`} name={t('moveDown', { code })} disabled={last} onClick={() => onMove(1)}>
          <ArrowDown size={14} aria-hidden="true" />
        </Act>
        <Act name={t('duplicate', { code })} onClick={onDuplicate}>
          <Copy size={14} aria-hidden="true" />
        </Act>
        <Act name={t('remove', { code })} onClick={onRemove}>
          <Trash2 size={14} aria-hidden="true" />
        </Act>
      </div>
      <div className={styles.fields}>
        <Form.Item name={at('departmentId')} label={t('department')} rules={[chosen()]} className={styles.third}>
          <DepartmentSelect onChange={(value) => leaveLeadOfOtherDepartment(String(value))} />
        </Form.Item>
        <Form.Item name={at('leadId')} label={t('lead')} rules={[chosen()]} className={styles.third}>
          {departmentId === undefined ? (
            <Select disabled placeholder={t('chooseDepartmentFirst')} />
          ) : (
            <PersonSelect departmentId={departmentId} detailOf={privilegeOf} />
          )}
        </Form.Item>
        <Form.Item name={at('after')} label={t('afterField')} extra={t('afterHint')} className={styles.third}>
          <PredecessorSelect form={form} code={code} />
        </Form.Item>
        <Form.Item name={at('goal')} label={t('goal')} rules={[written()]} className={styles.whole}>
          <Input maxLength={surgicalStage.shape.goal.maxLength ?? undefined} />
        </Form.Item>
        <Form.Item
          name={at('minutes')}
          label={t('minutesField')}
          rules={withinContract('minutes')}
          className={styles.quarter}
        >
          <InputNumber step={10} precision={0} className={styles.number} />
        </Form.Item>
        <Form.Item
          name={at('bloodUnits')}
          label={t('bloodField')}
          rules={withinContract('bloodUnits')}
          className={styles.sixth}
        >
          <InputNumber precision={0} className={styles.number} />
        </Form.Item>
        <Form.Item name={at('dayOffset')} label={t('dayField')} className={styles.quarter}>
          <Select
            options={DAYS.map((day) => ({
              value: day,
              label: day === 0 ? t('dayZero') : t('dayBefore', { count: -day }),
            }))}
          />
        </Form.Item>
        <Form.Item
          name={at('structuresAtRisk')}
          label={t('structuresField')}
          extra={t('structuresHint')}
          className={styles.third}
        >
          <Select
            mode="tags"
            tokenSeparators={['，', ',', '、', ';', '；']}
            options={(directory?.structures ?? []).map((structure) => ({ value: label(structure.name) }))}
          />
        </Form.Item>
        <Form.Item name={at('entryCondition')} label={t('entry')} className={styles.half}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
        <Form.Item name={at('handoverCondition')} label={t('handover')} rules={[written()]} className={styles.half}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} placeholder={t('handoverHint')} />
        </Form.Item>
        <Form.Item name={at('contingency')} label={t('contingencyField')} rules={[written()]} className={styles.whole}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} placeholder={t('contingencyHint')} />
        </Form.Item>
        <div className={styles.whole}>
          <SuggestionsOfStage form={form} index={index} caseNo={caseNo} />
        </div>
      </div>
    </li>
  );
}

type FieldPath = ['stages', number, keyof StageForm];

/** What anatomy suggests and this stage does not say yet. One click writes it where it belongs. */
function SuggestionsOfStage({ form, index, caseNo }: { form: FormInstance<PlanForm>; index: number; caseNo: string }) {
  const inRisk = ['stages', index, 'structuresAtRisk'] satisfies FieldPath;
  const inContingency = ['stages', index, 'contingency'] satisfies FieldPath;
  const structures = Form.useWatch(inRisk, form) as string[] | undefined;
  const contingency = Form.useWatch(inContingency, form) as string | undefined;
  return (
    <StagePrompts
      caseNo={caseNo}
      holds={(text, kind) =>
        kind === 'STRUCTURE' ? (structures ?? []).includes(text) : (contingency ?? '').includes(text)
      }
      onAdd={(text, kind) => {
        if (kind === 'STRUCTURE') form.setFieldValue(inRisk, [...(structures ?? []), text]);
        else form.setFieldValue(inContingency, [contingency?.trim(), text].filter(Boolean).join('\n'));
      }}
    />
  );
}

function StageGoal({ form, index }: { form: FormInstance<PlanForm>; index: number }) {
  const goal = Form.useWatch(['stages', index, 'goal'], form) as string | undefined;
  return <span className={styles.stageGoal}>{goal}</span>;
}

/** The other stages of the plan, by code and goal. Works inside a `Form.Item`, which hands over the rest. */
function PredecessorSelect({
  form,
  code,
  ...select
}: { form: FormInstance<PlanForm>; code: string } & Pick<SelectProps<string[]>, 'id' | 'value' | 'onChange'>) {
  const t = usePlanText();
  const names = Form.useWatch(
    (values: PlanForm) => (values.stages ?? []).map((stage) => [stage.code, stage.goal ?? ''] as const),
    { form, preserve: true },
  );
  return (
    <Select
      {...select}
      mode="multiple"
      allowClear
      placeholder={t('afterNone')}
      options={(names ?? [])
        .filter(([other]) => other !== code)
        .map(([other, goal]) => ({ value: other, label: [other, goal].filter(Boolean).join(' ') }))}
      optionLabelProp="value"
    />
  );
}

function Act({
  id,
  name,
  disabled = false,
  onClick,
  children,
}: {
  id?: string;
  name: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <Tooltip title={name}>
      <Button
        id={id}
        type="text"
        size="small"
        aria-label={name}
        disabled={disabled}
        onClick={onClick}
        icon={children}
      />
    </Tooltip>
  );
}
