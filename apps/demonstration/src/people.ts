import { DemonstrationPeopleService, type Config, type DemonstrationPerson } from '@consilium/core';

/** Who can sign in to the demonstration. Who needs a one-time code comes with the secret for an authenticator app. */
export interface PrintedPerson extends DemonstrationPerson {
  secret?: string;
}

/** Everybody of the demonstration, for the terminal in which it was started. Outside the demonstration nobody and no secret is told. */
export async function printedPeople(
  service: DemonstrationPeopleService,
  { DEMO }: Pick<Config, 'DEMO'>,
): Promise<PrintedPerson[]> {
  if (!DEMO) return [];
  // Nobody is listed where no demonstration was loaded.
  return Promise.all(
    (await service.list()).map(async (person) => {
      const secret = person.needsCode ? await service.secretOf(person.username) : undefined;
      return { ...person, ...(secret !== undefined && { secret }) };
    }),
  );
}
