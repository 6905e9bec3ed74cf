import { planContent } from '@consilium/contracts';
import { describe, expect, it } from 'vitest';
import {
  contentOfForm,
  copyOfStage,
  formOfContent,
  newStage,
  planContentOf,
  previewOfStages,
  relinksWithout,
} from './plan-form';
import { samplePlan } from './testing/sample-plan';
import { fromPicker, toPicker } from '../../lib/wall-time';

const stages = samplePlan().stages;

describe('stages of the form', () => {
  it('starts a new stage after the last one', () => {
    expect(newStage(stages)).toMatchObject({ code: 'S6', after: ['S5'], dayOffset: 0 });
  });

  it('gives a copy its own code and lets it follow the stage it was copied from', () => {
    const source = stages[2];
    if (source === undefined) throw new Error('The sample has a third stage');
    expect(copyOfStage(stages, source)).toMatchObject({ code: 'S6', after: ['S3'], goal: source.goal });
  });

  it('closes the relay over a stage that is taken out', () => {
    expect(relinksWithout(stages, 'S3')).toEqual([{ code: 'S4', was: ['S3'], became: ['S2'] }]);
  });

  it('draws what is typed so far and leaves out a stage without minutes', () => {
    const preview = previewOfStages([
      { code: 'S1', minutes: 60 },
      { code: 'S2', minutes: null, after: ['S1'] },
    ]);
    expect(preview.stages.map((stage) => stage.code)).toEqual(['S1']);
  });

  it('draws the same starts as the API sends for a saved plan', () => {
    const { stages: drawn } = previewOfStages(stages);
    expect(drawn.map((stage) => stage.startsAfterMinutes)).toEqual(stages.map((stage) => stage.startsAfterMinutes));
  });
});

describe('what is sent', () => {
  it('is the plan itself when nothing was typed, and fits the contract', () => {
    const content = planContentOf(samplePlan());
    const sent = contentOfForm(formOfContent(content, toPicker), fromPicker);
    expect(sent).toEqual(content);
    expect(planContent.safeParse(sent).success).toBe(true);
  });

  it("reads the picker's digits as the hospital's time", () => {
    const shown = toPicker('2099-11-26T00:00:00.000Z');
    expect(shown.format('YYYY-MM-DD HH:mm')).toBe('2099-11-26 08:00');
    expect(fromPicker(shown.hour(14).minute(30)).toISOString()).toBe('2099-11-26T06:30:00.000Z');
  });
});
