export { RecordEvidence, RecordOverview } from './read/record-overview';
