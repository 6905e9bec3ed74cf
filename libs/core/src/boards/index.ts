import type { Provider } from '@nestjs/common';
import { BoardsService } from './boards.service.js';

export { rebuildCards, refreshCards } from './board-cards.js';
export { columnOf, dueOf, type BoardSituation } from './board-column.rules.js';
export { BoardsService };

export const boardProviders: Provider[] = [BoardsService];
