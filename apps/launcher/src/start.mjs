import { Launcher } from './launcher.mjs';
import { sayFailure, say } from './messages.mjs';
import { Stopped } from './plain-error.mjs';
import { endPrograms, endProgramsNow } from './run-program.mjs';
import { stopRequests } from './stop-requests.mjs';

const requests = stopRequests();
const launcher = new Launcher({ environment: process.env, signal: requests.signal });
requests.hurry.addEventListener('abort', endProgramsNow);

let exitCode = 0;
const work = launcher.run();
try {
  await Promise.race([work, requests.asked]);
} catch (error) {
  if (!(error instanceof Stopped)) {
    exitCode = 1;
    sayFailure(error, launcher.logFile);
  }
}
endPrograms();
if (exitCode === 0) say('\nStopping …');
// What was just being started must be known before it can be ended.
await work.catch(() => {});
await launcher.stop(requests.hurry).catch((error) => {
  exitCode = 1;
  sayFailure(error, launcher.logFile);
});
if (exitCode === 0) say('Stopped; the data is kept.');
process.exit(exitCode);
