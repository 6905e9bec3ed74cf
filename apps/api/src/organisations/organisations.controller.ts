import { Controller } from '@nestjs/common';
import { organisationEndpoints } from '@consilium/contracts';
import { DirectoryService, type Actor } from '@consilium/core';
import { CurrentActor, Endpoint } from '../http/index.js';

@Controller()
export class OrganisationsController {
  constructor(private readonly directory: DirectoryService) {}

  @Endpoint(organisationEndpoints.directory)
  read(@CurrentActor() actor: Actor) {
    return this.directory.read(actor);
  }
}
