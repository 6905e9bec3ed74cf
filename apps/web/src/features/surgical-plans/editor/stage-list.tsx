import { Alert, Button, Form, type FormInstance } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
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

/** The stages of the operation: add, duplicate, move, take out and bring back. */
export function StageList({ form, stages }: { form: FormInstance<PlanForm>; stages: readonly StageForm[] }) {
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
          setSaid(t('restored', { code: back.code }));
        };
        const append = (stage: StageForm, index: number) => {
          add(stage, index);
          setSaid(t('added', { code: stage.code }));
          focusLater(cardIdOf(stage.code));
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
            {removal !== null && (
              <Alert
                type="info"
                title={t('removed', { code: removal.stage.code })}
                closable={{ onClose: () => setRemoval(null) }}
                action={
                  <Button size="small" onClick={() => bringBack(removal)}>
                    {t('undo')}
                  </Button>
                }
              />
            )}
            <ol className={styles.stageCards} aria-label={t('stages')}>
              {fields.map((field) => {
                const stage = stages[field.name] ?? now()[field.name];
                return (
                  stage !== undefined && (
                    <StageEditor
                      key={field.key}
                      form={form}
                      index={field.name}
                      stage={stage}
                      stages={stages}
                      onMove={(by) => shift(field.name, by)}
                      onDuplicate={() => append(copyOfStage(now(), stage), field.name + 1)}
                      onRemove={() => take(field.name)}
                    />
                  )
                );
              })}
            </ol>
            <Form.ErrorList errors={errors} />
            <Button
              icon={<Plus size={14} aria-hidden="true" />}
              onClick={() => append(newStage(now()), now().length)}
            >
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
