import { CaseImportsService } from './case-imports.service.js';

export { importTemplate } from './import-template.js';
export { CaseImportsService };
export const importProviders = [CaseImportsService];
