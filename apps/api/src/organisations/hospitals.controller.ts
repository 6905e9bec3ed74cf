import { Controller } from '@nestjs/common';
import { hospitalEndpoints, type InputOf } from '@consilium/contracts';
import { HospitalsService, RoomsService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class HospitalsController {
  constructor(
    private readonly hospitals: HospitalsService,
    private readonly rooms: RoomsService,
  ) {}

  @Endpoint(hospitalEndpoints.list)
  list(@CurrentActor() actor: Actor) {
    return this.hospitals.list(actor);
  }

  @Endpoint(hospitalEndpoints.add)
  add(@Input() { body }: InputOf<typeof hospitalEndpoints.add>, @CurrentActor() actor: Actor) {
    return this.hospitals.add(actor, body);
  }

  @Endpoint(hospitalEndpoints.change)
  change(@Input() { params, body }: InputOf<typeof hospitalEndpoints.change>, @CurrentActor() actor: Actor) {
    return this.hospitals.change(actor, params.id, body);
  }

  @Endpoint(hospitalEndpoints.addCampus)
  addCampus(@Input() { params, body }: InputOf<typeof hospitalEndpoints.addCampus>, @CurrentActor() actor: Actor) {
    return this.hospitals.addCampus(actor, params.id, body);
  }

  @Endpoint(hospitalEndpoints.changeCampus)
  changeCampus(
    @Input() { params, body }: InputOf<typeof hospitalEndpoints.changeCampus>,
    @CurrentActor() actor: Actor,
  ) {
    return this.hospitals.changeCampus(actor, params.id, body);
  }

  @Endpoint(hospitalEndpoints.addRoom)
  addRoom(@Input() { params, body }: InputOf<typeof hospitalEndpoints.addRoom>, @CurrentActor() actor: Actor) {
    return this.rooms.add(actor, params.id, body);
  }

  @Endpoint(hospitalEndpoints.renameRoom)
  renameRoom(@Input() { params, body }: InputOf<typeof hospitalEndpoints.renameRoom>, @CurrentActor() actor: Actor) {
    return this.rooms.rename(actor, params.id, body);
  }

  @Endpoint(hospitalEndpoints.retireRoom)
  retireRoom(@Input() { params, body }: InputOf<typeof hospitalEndpoints.retireRoom>, @CurrentActor() actor: Actor) {
    return this.rooms.retire(actor, params.id, body);
  }

  @Endpoint(hospitalEndpoints.bringBackRoom)
  bringBackRoom(
    @Input() { params, body }: InputOf<typeof hospitalEndpoints.bringBackRoom>,
    @CurrentActor() actor: Actor,
  ) {
    return this.rooms.bringBack(actor, params.id, body);
  }
}
