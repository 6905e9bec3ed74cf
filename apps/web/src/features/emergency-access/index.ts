export { EmergencyBanner } from './emergency-banner';
export { EmergencyList } from './emergency-list';
export { EmergencyWay } from './emergency-way';
