import type { Provider } from '@nestjs/common';
import { BoardsService } from './boards.service.js';
import { ReadinessMatrixService } from './readiness-matrix.service.js';

export { rebuildCards, refreshCards } from './board-cards.js';
export { columnOf, dueOf, type BoardSituation } from './board-column.rules.js';
export { BoardsService, ReadinessMatrixService };

export const boardProviders: Provider[] = [BoardsService, ReadinessMatrixService];
