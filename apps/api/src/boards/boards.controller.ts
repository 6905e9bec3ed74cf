import { Controller } from '@nestjs/common';
import { boardEndpoints, matrixEndpoints, type InputOf } from '@consilium/contracts';
import { BoardsService, ReadinessMatrixService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class BoardsController {
  constructor(
    private readonly boards: BoardsService,
    private readonly matrix: ReadinessMatrixService,
  ) {}

  @Endpoint(boardEndpoints.read)
  read(@Input() { params }: InputOf<typeof boardEndpoints.read>, @CurrentActor() actor: Actor) {
    return this.boards.read(actor, params.departmentId);
  }

  @Endpoint(matrixEndpoints.read)
  readMatrix(@Input() { query }: InputOf<typeof matrixEndpoints.read>, @CurrentActor() actor: Actor) {
    return this.matrix.read(actor, query);
  }

  @Endpoint(boardEndpoints.overdue)
  overdue(@CurrentActor() actor: Actor) {
    return this.boards.overdue(actor);
  }
}
