import type { CaseView } from '@consilium/contracts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components';
import { ApiProblem, isProblem } from '../../../lib/api';
import { useChangeDepartments } from '../api';
import { DepartmentLines } from '../case/case-now';
import { ConflictPanel } from '../case/conflict-panel';
import { Panel } from '../case/panel';
import { useHeldVersion } from '../case/use-held-version';
import { useTexts } from '../locales';
import { choicesOf, chosenDepartments } from '../referral/departments-of-referral';
import { DepartmentsEditor } from '../referral/departments-editor';
import { correctionOf } from './correction';
import styles from './departments.module.css';

/** The coordinator's correction of who takes part. What was typed stays until it is saved or given up. */
export function CorrectDepartments({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const t = useTexts();
  const { message } = App.useApp();
  const [{ proposed, changes }, setCorrection] = useState(() => correctionOf(view.round.participations));
  const held = useHeldVersion(view.version);
  const change = useChangeDepartments(view.caseNo);
  const chosen = chosenDepartments(proposed, changes);
  const send = (version: number) =>
    change.mutate(
      { version, departments: choicesOf(chosen) },
      {
        onSuccess: () => {
          void message.success(t('corrected'));
          onClose();
        },
      },
    );
  const isStale = isProblem(change.error, 'object/stale');
  const problems = change.error instanceof ApiProblem ? (change.error.problem.errors ?? []) : [];
  return (
    <Panel title={t('correct')}>
      <DepartmentsEditor
        proposed={proposed}
        chosen={chosen}
        changes={changes}
        onChange={(next) => {
          held.hold();
          setCorrection({ proposed, changes: next });
        }}
        disabled={change.isPending}
        problems={problems.map(({ message: said }) => said)}
      />
      {isStale ? (
        <ConflictPanel
          error={change.error}
          isSending={change.isPending}
          mine={<DepartmentLines departments={chosen} />}
          theirs={<DepartmentLines departments={view.round.participations} />}
          onKeepMine={() => {
            held.release();
            send(view.version);
          }}
          onTakeTheirs={() => {
            held.release();
            change.reset();
            setCorrection(correctionOf(view.round.participations));
          }}
        />
      ) : (
        <ProblemAlert error={change.error} />
      )}
      <div className={styles.buttons}>
        <Button type="primary" loading={change.isPending} disabled={isStale} onClick={() => send(held.version)}>
          {t('correctSave')}
        </Button>
        <Button disabled={change.isPending} onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Panel>
  );
}
