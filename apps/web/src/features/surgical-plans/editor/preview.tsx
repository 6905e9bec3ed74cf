import { Alert } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { useLabel, useLocale } from '../../../lib/i18n';
import { useDirectory } from '../../organisations';
import { usePlanText } from '../locales';
import { previewOfStages } from '../plan-form';
import type { DrawnStage } from '../relay/drawn-stage';
import { RelayTimeline } from '../relay/relay-timeline';
import { cardIdOf } from './stage-editor';
import { useTyped, type PlanEditor } from './use-plan-editor';

/** The relay as it would be by what stands in the form. */
export function Preview({ editor }: { editor: PlanEditor }) {
  const t = usePlanText();
  const label = useLabel();
  const locale = useLocale();
  const { data: directory } = useDirectory();
  // Typing goes first; the drawing follows when there is time.
  const { values, content } = useDeferredValue(useTyped(editor));
  const preview = useMemo(() => previewOfStages(values.stages ?? []), [values]);
  const drawn = useMemo(
    () =>
      preview.stages.map((stage): DrawnStage => {
        const department = directory?.departments.find((one) => one.id === stage.departmentId);
        const lead = directory?.people.find((one) => one.id === stage.leadId);
        return {
          ...stage,
          goal: stage.goal ?? '',
          structuresAtRisk: stage.structuresAtRisk ?? [],
          department: department === undefined ? t('departmentOpen') : label(department.name),
          departmentCode: department?.code,
          leadName: lead === undefined ? '' : locale === 'en-US' ? lead.nameEn : lead.name,
          confirmation: null,
        };
      }),
    [preview, directory, label, locale, t],
  );
  const goToCard = (code: string) => {
    const card = document.getElementById(cardIdOf(code));
    card?.scrollIntoView({ block: 'start' });
    card?.focus({ preventScroll: true });
  };
  return (
    <>
      {preview.order.loop.length > 0 && (
        <Alert
          type="warning"
          showIcon
          role="status"
          title={t('previewLoop', { stages: preview.order.loop.join(' → ') })}
        />
      )}
      {/* Stages that wait for one another in a circle have no times to be drawn at. */}
      {(drawn.length > 0 || preview.order.loop.length === 0) && (
        <RelayTimeline
          title={t('preview')}
          hint={t('previewHint')}
          stages={drawn}
          startsAt={content.startsAt}
          operationMinutes={preview.order.operationMinutes}
          onSelect={goToCard}
          whole
        />
      )}
    </>
  );
}
