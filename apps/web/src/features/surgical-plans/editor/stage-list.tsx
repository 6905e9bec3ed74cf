import { Button, Form, type FormInstance } from 'antd';
import { Plus } from 'lucide-react';
import { Fragment, useState } from 'react';
import { SuggestedStages } from '../../anatomy';
import { usePlanText } from '../locales';
import { copyOfStage, newStage, relinksWithout, type PlanForm, type Relink, type StageForm } from '../plan-form';
import { cardIdOf, StageEditor } from './stage-editor';
import styles from './editor.module.css';

/** A stage that was just taken out, with what brings it back as it was. */
interface Removal {
  stage: StageForm;
  index: number;
  relinks: Relink[];
}

const UNDO_ID = 'undo-removal';

/** The stages of the operation: add, duplicate, move, take out and bring back. */
export function StageList({ form, caseNo }: { form: FormInstance<PlanForm>; caseNo: string }) {
  const t = usePlanText();
  const [removal, setRemoval] = useState<Removal | null>(null);
  const [said, setSaid] = useState('');

  const relink = (code: string, after: string[]) => {
    const index = now().findIndex((stage) => stage.code === code);
    if (index >= 0) form.setFieldValue(['stages', index, 'after'], after);
  };
  // The list as the form holds it, also between two renders.
  const now = () => (form.getFieldValue('stages') as StageForm[] | undefined) ?? [];

  return (
    <Form.List name="stages">
      {(fields, { add, remove, move }, { errors }) => {
        const take = (index: number) => {
          const stage = now()[index];
          if (stage === undefined) return;
          const relinks = relinksWithout(now(), stage.code);
          remove(index);
          for (const { code, became } of relinks) relink(code, became);
          setRemoval({ stage, index, relinks });
          focusLater(UNDO_ID);
          setSaid(t('removed', { code: stage.code }));
        };
        const bringBack = ({ stage, index, relinks }: Removal) => {
          // Meanwhile the code may have been given to a new stage: then the stage comes back under the next free one.
          const taken = now().some((one) => one.code === stage.code);
          const back = taken ? { ...stage, code: newStage(now()).code } : stage;
          add(back, Math.min(index, now().length));
          for (const { code, was, became } of relinks) {
            const after = now().find((one) => one.code === code)?.after ?? [];
            if (!taken && after.join() === became.join()) relink(code, was);
          }
          setRemoval(null);
          focusLater(cardIdOf(back.code));
          setSaid(t('restored', { code: back.code }));
        };
        // Where the stage stood, so that it can be brought back without a search.
        const undoLine = (taken: Removal) => (
          <li className={styles.undo}>
            <span>{t('removed', { code: taken.stage.code })}</span>
            <Button id={UNDO_ID} size="small" onClick={() => bringBack(taken)}>
              {t('undo')}
            </Button>
          </li>
        );
        const append = (stage: StageForm, index: number) => {
          add(stage, index);
          setSaid(t('added', { code: stage.code }));
          focusLater(cardIdOf(stage.code));
        };
        const duplicate = (index: number) => {
          const source = now()[index];
          if (source !== undefined) append(copyOfStage(now(), source), index + 1);
        };
        const shift = (index: number, by: 1 | -1) => {
          const code = now()[index]?.code;
          if (code === undefined) return;
          move(index, index + by);
          setSaid(t('moved', { code, n: index + by + 1 }));
          focusLater(`${cardIdOf(code)}-${by === 1 ? 'down' : 'up'}`);
        };
        return (
          <section aria-label={t('stages')} className={styles.stages}>
            <header className={styles.blockHead}>
              <h3>{t('stages')}</h3>
              <span className={styles.muted}>{t('stagesCount', { count: fields.length })}</span>
            </header>
            <p className="visually-hidden" role="status">
              {said}
            </p>
            <ol className={styles.stageCards} aria-label={t('stages')}>
              {fields.map((field) => {
                const code = now()[field.name]?.code;
                if (code === undefined) return null;
                return (
                  <Fragment key={field.key}>
                    {removal?.index === field.name && undoLine(removal)}
                    <StageEditor
                      form={form}
                      caseNo={caseNo}
                      index={field.name}
                      code={code}
                      last={field.name === fields.length - 1}
                      onMove={(by) => shift(field.name, by)}
                      onDuplicate={() => duplicate(field.name)}
                      onRemove={() => take(field.name)}
                    />
                  </Fragment>
                );
              })}
              {removal !== null && removal.index >= fields.length && undoLine(removal)}
            </ol>
            <Form.ErrorList errors={errors} />
            <SuggestedStages
              caseNo={caseNo}
              goals={now().map(({ goal }) => goal ?? '')}
              onAdd={(goal) => append({ ...newStage(now()), goal }, now().length)}
            />
            <Button icon={<Plus size={14} aria-hidden="true" />} onClick={() => append(newStage(now()), now().length)}>
              {t('addStage')}
            </Button>
          </section>
        );
      }}
    </Form.List>
  );
}

/** Moves the focus once the changed list is in the document. */
function focusLater(elementId: string): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(elementId);
    element?.scrollIntoView({ block: 'nearest' });
    element?.focus({ preventScroll: true });
  });
}
