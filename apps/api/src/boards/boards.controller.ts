import { Controller } from '@nestjs/common';
import { boardEndpoints, type InputOf } from '@consilium/contracts';
import { BoardsService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class BoardsController {
  constructor(private readonly boards: BoardsService) {}

  @Endpoint(boardEndpoints.read)
  read(@Input() { params }: InputOf<typeof boardEndpoints.read>, @CurrentActor() actor: Actor) {
    return this.boards.read(actor, params.departmentId);
  }

  @Endpoint(boardEndpoints.overdue)
  overdue(@CurrentActor() actor: Actor) {
    return this.boards.overdue(actor);
  }
}
