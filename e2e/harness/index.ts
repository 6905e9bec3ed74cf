export { startApplication, type Application, type ApplicationWish, type RunningProgram } from './application.js';
export { trafficOf, type Traffic } from './traffic.js';
export { launchBrowser } from './browser.js';
export { browserAvailable } from './browser-program.js';
