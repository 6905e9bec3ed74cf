// What the journeys need of the launcher; its commands are started as programs, not imported.
export { programs } from './build.mjs';
export { prepareDatabase, owner } from './embedded-database.mjs';
export { projectCache, projectRoot } from './paths.mjs';
export { freePort } from './ports.mjs';
export { findProgram, run } from './run-program.mjs';
export { SupervisedProgram } from './supervised-program.mjs';
export { waitFor } from './processes.mjs';
