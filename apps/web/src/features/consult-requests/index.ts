export { AskForConsult, ConsultsPanel } from './consults-panel';
