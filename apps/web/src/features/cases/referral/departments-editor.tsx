import { requirements, type Department, type Requirement } from '@consilium/contracts';
import { Button, Input, Segmented, Select } from 'antd';
import { Undo2, X } from 'lucide-react';
import { useLabel } from '../../../lib/i18n';
import { useDirectory } from '../../organisations';
import { useTexts } from '../locales';
import {
  addDepartment,
  giveReason,
  removeDepartment,
  removedDepartments,
  requireDepartment,
  restoreDepartment,
  type ChosenDepartment,
  type ProposalChanges,
} from './departments-of-referral';
import type { ProposedDepartment } from './referral-types';
import styles from './departments-panel.module.css';

interface DepartmentsEditorProps {
  proposed: ProposedDepartment[];
  chosen: ChosenDepartment[];
  changes: ProposalChanges;
  onChange: (changes: ProposalChanges) => void;
  disabled: boolean;
  /** What is said against the choice as a whole. */
  problems: string[];
  /** Id of the picker that adds a department. */
  addId?: string;
}

/** Departments with their reasons: each can be made required or optional, taken off and brought back, and others added. */
export function DepartmentsEditor({
  proposed,
  chosen,
  changes,
  onChange,
  disabled,
  problems,
  addId,
}: DepartmentsEditorProps) {
  const t = useTexts();
  const l = useLabel();
  const { data: directory } = useDirectory();
  const departments = [...(directory?.departments ?? [])].sort((a, b) => a.position - b.position);
  const placeOf = (id: string) => departments.findIndex((department) => department.id === id);
  const known = (id: string) => departments[placeOf(id)];
  const inOrder = [...chosen].sort((a, b) => placeOf(a.departmentId) - placeOf(b.departmentId));
  const open = departments.filter(
    (department) => !department.isRetired && !chosen.some((one) => one.departmentId === department.id),
  );
  return (
    <>
      <ul className={styles.list} aria-label={t('departments')}>
        {inOrder.map((one) => (
          <ChosenRow
            key={one.departmentId}
            one={one}
            department={known(one.departmentId)}
            changes={changes}
            onChange={onChange}
            disabled={disabled}
          />
        ))}
      </ul>
      <Select
        id={addId}
        aria-label={t('departmentAdd')}
        className={styles.add}
        placeholder={`+ ${t('departmentAdd')}`}
        value={null}
        disabled={disabled}
        status={problems.length > 0 ? 'error' : undefined}
        showSearch={{ optionFilterProp: 'label' }}
        options={open.map((department) => ({ value: department.id, label: l(department.name) }))}
        onChange={(departmentId: string | null) => {
          if (departmentId !== null) onChange(addDepartment(changes, departmentId));
        }}
      />
      {problems.map((problem) => (
        <p key={problem} className={styles.problem} role="alert">
          {problem}
        </p>
      ))}
      <Removed
        removed={removedDepartments(proposed, changes).map((one) => ({ one, department: known(one.departmentId) }))}
        onRestore={(departmentId) => onChange(restoreDepartment(changes, departmentId))}
        disabled={disabled}
      />
    </>
  );
}

function Removed({
  removed,
  onRestore,
  disabled,
}: {
  removed: { one: ProposedDepartment; department: Department | undefined }[];
  onRestore: (departmentId: string) => void;
  disabled: boolean;
}) {
  const t = useTexts();
  const l = useLabel();
  if (removed.length === 0) return null;
  return (
    <div className={styles.removed}>
      <h3>{t('departmentsRemoved')}</h3>
      <ul aria-label={t('departmentsRemoved')}>
        {removed.map(({ one, department }) => {
          const name = department === undefined ? '–' : l(department.name);
          return (
            <li key={one.departmentId}>
              <span>
                {name} · {l(requirements.labels[one.requirement])}
              </span>
              <Button
                size="small"
                type="link"
                disabled={disabled}
                icon={<Undo2 size={13} aria-hidden="true" />}
                aria-label={t('departmentRestore', { name })}
                onClick={() => onRestore(one.departmentId)}
              >
                {t('restore')}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function ChosenRow({
  one,
  department,
  changes,
  onChange,
  disabled,
}: {
  one: ChosenDepartment;
  department: Department | undefined;
  changes: ProposalChanges;
  onChange: (changes: ProposalChanges) => void;
  disabled: boolean;
}) {
  const t = useTexts();
  const l = useLabel();
  const name = department === undefined ? '–' : l(department.name);
  const isAdded = changes.added.some(({ departmentId }) => departmentId === one.departmentId);
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <span className={styles.mark} aria-hidden="true">
          {department?.label}
        </span>
        <span className={styles.name}>{name}</span>
        <Segmented<Requirement>
          size="small"
          disabled={disabled}
          aria-label={t('departmentRequirement', { name })}
          value={one.requirement}
          options={Object.entries(requirements.labels).map(([value, label]) => ({
            value: value as Requirement,
            label: l(label),
          }))}
          onChange={(requirement) => onChange(requireDepartment(changes, one.departmentId, requirement))}
        />
        <Button
          type="text"
          size="small"
          disabled={disabled}
          icon={<X size={14} aria-hidden="true" />}
          aria-label={t('departmentRemove', { name })}
          onClick={() => onChange(removeDepartment(changes, one.departmentId))}
        />
      </div>
      {one.reasons.length > 0 && (
        <ul className={styles.reasons}>
          {one.reasons.map((reason) => (
            <li key={reason.rule}>{l(reason.text)}</li>
          ))}
        </ul>
      )}
      {one.isByHand && (
        <div className={styles.own}>
          <span>{isAdded ? t('departmentOwn') : t('departmentAdjusted')}</span>
          <Input
            size="small"
            maxLength={300}
            disabled={disabled}
            aria-label={t('departmentReason', { name })}
            placeholder={t('departmentReasonHint')}
            value={one.reason}
            onChange={(event) => onChange(giveReason(changes, one.departmentId, event.target.value))}
          />
        </div>
      )}
    </li>
  );
}
