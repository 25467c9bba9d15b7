import type { Application } from '#application/application.js';
import { composeFile } from './compose/mode.js';
import { variables } from '#application/host/variable.js';
import type { Files } from './text.js';

/** What `.env` must hold, to be copied and filled in; and what must never come into version control. */
export const environmentFiles = (application: Application): Files => ({
  '.env.example': [
    '# Copy to .env and fill in. What is missing stops Compose with a sentence that names it.',
    "# Put what holds $, # or spaces between single quotes: PASSWORD='…'",
    '',
    `# Which file Compose reads; leave it out on a developer's machine.`,
    `COMPOSE_FILE=${composeFile.production}`,
    ...variables(application).flatMap(({ name, what }) => [
      '',
      `# ${what.charAt(0).toUpperCase()}${what.slice(1)}.`,
      `${name}=`,
    ]),
    '',
  ].join('\n'),
  '.gitignore': ['.env', 'secrets/', 'backups/', ''].join('\n'),
});
