import { Controller } from '@nestjs/common';
import { departmentEndpoints, type InputOf } from '@consilium/contracts';
import { CentreService, DepartmentsService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class DepartmentsController {
  constructor(
    private readonly departments: DepartmentsService,
    private readonly centre: CentreService,
  ) {}

  @Endpoint(departmentEndpoints.list)
  list(@CurrentActor() actor: Actor) {
    return this.departments.list(actor);
  }

  @Endpoint(departmentEndpoints.add)
  add(@Input() { body }: InputOf<typeof departmentEndpoints.add>, @CurrentActor() actor: Actor) {
    return this.departments.add(actor, body);
  }

  @Endpoint(departmentEndpoints.change)
  change(@Input() { params, body }: InputOf<typeof departmentEndpoints.change>, @CurrentActor() actor: Actor) {
    return this.departments.change(actor, params.id, body);
  }

  @Endpoint(departmentEndpoints.use)
  use(@Input() { params }: InputOf<typeof departmentEndpoints.use>, @CurrentActor() actor: Actor) {
    return this.departments.use(actor, params.id);
  }

  @Endpoint(departmentEndpoints.retire)
  retire(@Input() { params, body }: InputOf<typeof departmentEndpoints.retire>, @CurrentActor() actor: Actor) {
    return this.departments.retire(actor, params.id, body);
  }

  @Endpoint(departmentEndpoints.bringBack)
  bringBack(@Input() { params, body }: InputOf<typeof departmentEndpoints.bringBack>, @CurrentActor() actor: Actor) {
    return this.departments.bringBack(actor, params.id, body);
  }

  @Endpoint(departmentEndpoints.renameCentre)
  renameCentre(@Input() { body }: InputOf<typeof departmentEndpoints.renameCentre>, @CurrentActor() actor: Actor) {
    return this.centre.rename(actor, body);
  }

  @Endpoint(departmentEndpoints.setRoster)
  setRoster(@Input() { body }: InputOf<typeof departmentEndpoints.setRoster>, @CurrentActor() actor: Actor) {
    return this.centre.setRoster(actor, body);
  }
}
