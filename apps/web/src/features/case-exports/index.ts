export { ExportCase } from './export-case';
