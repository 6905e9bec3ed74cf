export { CaseAnatomyView, useDerivedTitle } from './case-anatomy';
export { StagePrompts, SuggestedStages } from './plan-prompts';
