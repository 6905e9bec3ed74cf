import { Controller } from '@nestjs/common';
import { peopleEndpoints, type InputOf } from '@consilium/contracts';
import { MembershipsService, PeopleService, PrivilegesService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly memberships: MembershipsService,
    private readonly privileges: PrivilegesService,
  ) {}

  @Endpoint(peopleEndpoints.list)
  list(@Input() { query }: InputOf<typeof peopleEndpoints.list>, @CurrentActor() actor: Actor) {
    return this.people.list(actor, query);
  }

  @Endpoint(peopleEndpoints.add)
  add(@Input() { body }: InputOf<typeof peopleEndpoints.add>, @CurrentActor() actor: Actor) {
    return this.people.add(actor, body);
  }

  @Endpoint(peopleEndpoints.read)
  read(@Input() { params }: InputOf<typeof peopleEndpoints.read>, @CurrentActor() actor: Actor) {
    return this.people.read(actor, params.id);
  }

  @Endpoint(peopleEndpoints.change)
  change(@Input() { params, body }: InputOf<typeof peopleEndpoints.change>, @CurrentActor() actor: Actor) {
    return this.people.change(actor, params.id, body);
  }

  @Endpoint(peopleEndpoints.addMembership)
  addMembership(
    @Input() { params, body }: InputOf<typeof peopleEndpoints.addMembership>,
    @CurrentActor() actor: Actor,
  ) {
    return this.memberships.add(actor, params.id, body);
  }

  @Endpoint(peopleEndpoints.endMembership)
  endMembership(
    @Input() { params, body }: InputOf<typeof peopleEndpoints.endMembership>,
    @CurrentActor() actor: Actor,
  ) {
    return this.memberships.end(actor, params.id, params.membershipId, body);
  }

  @Endpoint(peopleEndpoints.grantAdministratorRole)
  grantAdministratorRole(
    @Input() { params, body }: InputOf<typeof peopleEndpoints.grantAdministratorRole>,
    @CurrentActor() actor: Actor,
  ) {
    return this.memberships.addAdministratorRole(actor, params.id, body);
  }

  @Endpoint(peopleEndpoints.endAdministratorRole)
  endAdministratorRole(
    @Input() { params, body }: InputOf<typeof peopleEndpoints.endAdministratorRole>,
    @CurrentActor() actor: Actor,
  ) {
    return this.memberships.endAdministratorRole(actor, params.id, params.membershipId, body);
  }

  @Endpoint(peopleEndpoints.grantPrivilege)
  grantPrivilege(
    @Input() { params, body }: InputOf<typeof peopleEndpoints.grantPrivilege>,
    @CurrentActor() actor: Actor,
  ) {
    return this.privileges.grant(actor, params.id, body);
  }

  @Endpoint(peopleEndpoints.withdrawPrivilege)
  withdrawPrivilege(
    @Input() { params, body }: InputOf<typeof peopleEndpoints.withdrawPrivilege>,
    @CurrentActor() actor: Actor,
  ) {
    return this.privileges.withdraw(actor, params.id, params.privilegeId, body);
  }

  @Endpoint(peopleEndpoints.procedures)
  procedures(@CurrentActor() actor: Actor) {
    return this.privileges.procedures(actor);
  }

  @Endpoint(peopleEndpoints.privilegeHolders)
  privilegeHolders(@CurrentActor() actor: Actor) {
    return this.privileges.holders(actor);
  }
}
