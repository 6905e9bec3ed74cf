import 'reflect-metadata';
import { demonstrationCentre } from '@consilium/catalog';
import {
  CoreModule,
  Database,
  DemonstrationPeopleService,
  foundCentre,
  hashPassword,
  readConfig,
  SettableClock,
} from '@consilium/core';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { contentsOf, markBegun, markLoaded, wipe } from './installation.js';
import { DEMONSTRATION_PASSWORD } from './password.js';
import { printedPeople } from './people.js';
import { playReminders } from './reminders.js';
import { director, Stage } from './stage.js';
import { tellStory } from './story.js';

const [command = 'load'] = process.argv.slice(2);
const FOREIGN =
  'The database holds data that is not the demonstration: nothing was loaded or removed. Use an empty database.';

// Mail stays silent while the past is played; only what happens from now on is sent.
const config = { ...readConfig(process.env), SMTP_URL: undefined };
const clock = new SettableClock(new Date());
const app = await NestFactory.createApplicationContext(
  CoreModule.forRoot({ config, applicationName: 'consilium-demonstration', clock }),
  { logger: ['error'] },
);
const database = app.get(Database);

async function load(): Promise<void> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  await markBegun(database);
  const stage = new Stage(database, clock, new Date());
  await database.write(director, async (tx) => {
    await foundCentre(tx, demonstrationCentre, passwordHash);
    await app.get(DemonstrationPeopleService).equip(tx);
  });
  await tellStory(app, stage, DEMONSTRATION_PASSWORD);
  await playReminders(app, stage);
  await markLoaded(database);
}

const contents = await contentsOf(database);
if (command === 'people') {
  const people = await printedPeople(app.get(DemonstrationPeopleService), config);
  console.log(JSON.stringify({ password: DEMONSTRATION_PASSWORD, people }));
} else if (contents === 'FOREIGN') {
  console.error(FOREIGN);
  process.exitCode = 3;
} else if (command === 'load' && contents === 'LOADED') {
  console.log('The demonstration is loaded.');
} else if (command === 'load' || command === 'reset') {
  if (contents !== 'EMPTY') await wipe(app.get(DataSource));
  await load();
  console.log('The demonstration was loaded.');
} else {
  console.error('Say load, reset or people.');
  process.exitCode = 2;
}
await app.close();
