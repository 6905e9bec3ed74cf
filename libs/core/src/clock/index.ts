export { Clock, SettableClock, SystemClock } from './clock.js';
export { campusDay, campusDayBegins, daysBetween, yearsBetween } from './campus-time.rules.js';
