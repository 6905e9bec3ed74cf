import { migrate } from './database-programs.mjs';
import { say } from './messages.mjs';
import { withServices } from './one-command.mjs';

await withServices(async (env) => {
  const output = await migrate(env);
  say(output.trim() || 'The database has the newest form.');
});
