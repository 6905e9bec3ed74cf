import { migrate, resetDemonstration } from './database-programs.mjs';
import { say, sayFailure } from './messages.mjs';
import { withServices } from './one-command.mjs';
import { PlainError } from './plain-error.mjs';
import { confirm } from './questions.mjs';

if (process.env['DATABASE_URL'] && process.env['DEMO'] !== '1') {
  sayFailure(
    new PlainError(
      'DATABASE_URL is set: set DEMO=1 as well if that database really is a demonstration, and run the command again.',
    ),
  );
  process.exit(1);
}
const sure =
  process.argv.includes('--yes') ||
  (await confirm('Everything entered into the demonstration is lost and the centre is loaded anew. Go on?'));
if (!sure) {
  say('Nothing was changed. (`npm run demo:reset -- --yes` does it without this question.)');
  process.exit(1);
}
await withServices(async (env, { data }) => {
  await migrate(env);
  // Forgotten first: what a stop in the middle leaves is completed by the next start.
  data.remember({ demonstrationLoaded: false });
  await resetDemonstration({ ...env, DEMO: '1' });
  data.remember({ demonstrationLoaded: !process.env['DATABASE_URL'] });
  say('The demonstration centre is loaded anew.');
});
