export { writtenCases, type WrittenCase } from '@consilium/catalog';
export * from './proposal-measure.rules.js';
export * from './proposal-report.rules.js';
