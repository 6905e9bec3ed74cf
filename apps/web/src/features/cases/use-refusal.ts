export { useRefusal } from '../../lib/use-refusal';
