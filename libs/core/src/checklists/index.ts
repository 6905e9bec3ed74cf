import type { Provider } from '@nestjs/common';
import { ChecklistsService } from './checklists.service.js';

export { ChecklistsService } from './checklists.service.js';
export { dueItems, layDownItems, presentItems, settleItems, type PresentItem } from './items.js';
export { lastValidDay, suffices } from './item-state.rules.js';

export const checklistProviders: Provider[] = [ChecklistsService];
