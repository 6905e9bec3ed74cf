export { environmentSchema, readConfig, type Config } from './config.js';
/** Injection token of the configuration. */
export const CONFIG = Symbol('CONFIG');
