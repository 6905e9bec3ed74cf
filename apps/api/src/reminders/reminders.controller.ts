import { Controller } from '@nestjs/common';
import { reminderEndpoints, type InputOf } from '@consilium/contracts';
import { NotificationsService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class RemindersController {
  constructor(private readonly service: NotificationsService) {}

  @Endpoint(reminderEndpoints.owed)
  owed(@CurrentActor() actor: Actor) {
    return this.service.owed(actor);
  }

  @Endpoint(reminderEndpoints.notifications)
  notifications(@Input() { query }: InputOf<typeof reminderEndpoints.notifications>, @CurrentActor() actor: Actor) {
    return this.service.list(actor, query);
  }

  @Endpoint(reminderEndpoints.read)
  read(@Input() { params }: InputOf<typeof reminderEndpoints.read>, @CurrentActor() actor: Actor) {
    return this.service.read(actor, params.id);
  }

  @Endpoint(reminderEndpoints.readAll)
  readAll(@CurrentActor() actor: Actor) {
    return this.service.readAll(actor);
  }

  @Endpoint(reminderEndpoints.channels)
  channels(@CurrentActor() actor: Actor) {
    return this.service.channels(actor);
  }

  @Endpoint(reminderEndpoints.mailbox)
  mailbox(@Input() { query }: InputOf<typeof reminderEndpoints.mailbox>, @CurrentActor() actor: Actor) {
    return this.service.mailbox(actor, query);
  }
}
