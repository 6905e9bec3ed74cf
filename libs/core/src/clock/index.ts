export { Clock, SettableClock, SystemClock } from './clock.js';
export { campusDay, daysBetween, yearsBetween } from './campus-time.rules.js';
