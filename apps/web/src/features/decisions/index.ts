export { DecisionsTab } from './decisions-tab';
