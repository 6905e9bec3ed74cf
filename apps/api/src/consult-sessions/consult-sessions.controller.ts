import { sessionEndpoints, type InputOf } from '@consilium/contracts';
import { AgendaService, SessionPlanningService, SessionReadingService, type Actor } from '@consilium/core';
import { Controller } from '@nestjs/common';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

/** Sessions on the calendar and their agendas. */
@Controller()
export class ConsultSessionsController {
  constructor(
    private readonly reading: SessionReadingService,
    private readonly planning: SessionPlanningService,
    private readonly agenda: AgendaService,
  ) {}

  @Endpoint(sessionEndpoints.list)
  async list(@Input() input: InputOf<typeof sessionEndpoints.list>, @CurrentActor() actor: Actor) {
    return { items: await this.reading.list(actor, input.query) };
  }

  @Endpoint(sessionEndpoints.findSlots)
  async findSlots(@Input() input: InputOf<typeof sessionEndpoints.findSlots>, @CurrentActor() actor: Actor) {
    return { items: await this.reading.findSlots(actor, input.body) };
  }

  @Endpoint(sessionEndpoints.schedule)
  schedule(@Input() input: InputOf<typeof sessionEndpoints.schedule>, @CurrentActor() actor: Actor) {
    return this.planning.schedule(actor, input.body);
  }

  @Endpoint(sessionEndpoints.read)
  read(@Input() input: InputOf<typeof sessionEndpoints.read>, @CurrentActor() actor: Actor) {
    return this.reading.read(actor, input.params.id);
  }

  @Endpoint(sessionEndpoints.move)
  move(@Input() input: InputOf<typeof sessionEndpoints.move>, @CurrentActor() actor: Actor) {
    return this.planning.move(actor, input.params.id, input.body);
  }

  @Endpoint(sessionEndpoints.cancel)
  cancel(@Input() input: InputOf<typeof sessionEndpoints.cancel>, @CurrentActor() actor: Actor) {
    return this.planning.cancel(actor, input.params.id, input.body);
  }

  @Endpoint(sessionEndpoints.candidates)
  async candidates(@Input() input: InputOf<typeof sessionEndpoints.candidates>, @CurrentActor() actor: Actor) {
    return { items: await this.agenda.candidates(actor, input.params.id) };
  }

  @Endpoint(sessionEndpoints.addCase)
  addCase(@Input() input: InputOf<typeof sessionEndpoints.addCase>, @CurrentActor() actor: Actor) {
    return this.agenda.addCase(actor, input.params.id, input.body);
  }

  @Endpoint(sessionEndpoints.removeCase)
  removeCase(@Input() input: InputOf<typeof sessionEndpoints.removeCase>, @CurrentActor() actor: Actor) {
    return this.agenda.removeCase(actor, input.params.id, input.params.itemId);
  }
}
