import { Controller } from '@nestjs/common';
import { findEndpoints, type InputOf } from '@consilium/contracts';
import { CaseSearchService, SavedFiltersService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint, Input } from '../http/index.js';

@Controller()
export class FindingController {
  constructor(
    private readonly cases: CaseSearchService,
    private readonly filters: SavedFiltersService,
  ) {}

  @Endpoint(findEndpoints.search)
  search(@Input() { body }: InputOf<typeof findEndpoints.search>, @CurrentActor() actor: Actor) {
    return this.cases.search(actor, body);
  }

  @Endpoint(findEndpoints.savedFilters)
  savedFilters(@CurrentActor() actor: Actor) {
    return this.filters.list(actor);
  }

  @Endpoint(findEndpoints.saveFilter)
  saveFilter(@Input() { body }: InputOf<typeof findEndpoints.saveFilter>, @CurrentActor() actor: Actor) {
    return this.filters.save(actor, body);
  }

  @Endpoint(findEndpoints.changeFilter)
  changeFilter(@Input() { params, body }: InputOf<typeof findEndpoints.changeFilter>, @CurrentActor() actor: Actor) {
    return this.filters.put(actor, params.id, body);
  }

  @Endpoint(findEndpoints.removeFilter)
  removeFilter(@Input() { params }: InputOf<typeof findEndpoints.removeFilter>, @CurrentActor() actor: Actor) {
    return this.filters.remove(actor, params.id);
  }
}
