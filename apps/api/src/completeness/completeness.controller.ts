import { Controller } from '@nestjs/common';
import { checklistEndpoints, completenessEndpoints, type InputOf } from '@consilium/contracts';
import { ChecklistsService, CompletenessService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

type Of<Name extends keyof typeof completenessEndpoints> = InputOf<(typeof completenessEndpoints)[Name]>;
type OfList<Name extends keyof typeof checklistEndpoints> = InputOf<(typeof checklistEndpoints)[Name]>;

@Controller()
export class CompletenessController {
  constructor(
    private readonly completeness: CompletenessService,
    private readonly checklists: ChecklistsService,
  ) {}

  @Endpoint(completenessEndpoints.read)
  read(@Input() { params }: Of<'read'>, @CurrentActor() actor: Actor) {
    return this.completeness.read(actor, params.caseNo);
  }

  @Endpoint(completenessEndpoints.setItem)
  setItem(@Input() { params, body }: Of<'setItem'>, @CurrentActor() actor: Actor) {
    return this.completeness.setItem(actor, params.caseNo, params.code, body);
  }

  @Endpoint(completenessEndpoints.chase)
  chase(@Input() { params }: Of<'chase'>, @CurrentActor() actor: Actor) {
    return this.completeness.chase(actor, params.caseNo);
  }

  @Endpoint(checklistEndpoints.list)
  list(@CurrentActor() actor: Actor) {
    return this.checklists.list(actor);
  }

  @Endpoint(checklistEndpoints.versions)
  versions(@Input() { params }: OfList<'versions'>, @CurrentActor() actor: Actor) {
    return this.checklists.versions(actor, params.tumourType);
  }

  @Endpoint(checklistEndpoints.change)
  change(@Input() { params, body }: OfList<'change'>, @CurrentActor() actor: Actor) {
    return this.checklists.change(actor, params.tumourType, body);
  }

  @Endpoint(checklistEndpoints.restore)
  restore(@Input() { params, body }: OfList<'restore'>, @CurrentActor() actor: Actor) {
    return this.checklists.restore(actor, params.tumourType, body);
  }
}
