import { CaseExportsService } from './case-exports.service.js';

export { CaseExportsService };
export const exportProviders = [CaseExportsService];
