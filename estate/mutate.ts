import { ruleContext } from '../application/application.js';
import { estate } from '../main.js';
import { mutateCommand } from '../proof/mutate/command.js';
import type { Subject } from '../proof/mutate/subject.js';

/** Every alert of the estate, as it is deployed. */
const subjects: readonly Subject[] = estate.flatMap((application) =>
  application.groups.flatMap((group) =>
    group.alerts.map((alert) => ({ alert, group, context: ruleContext(application) })),
  ),
);

// The first argument is this file: it is run by synth/run.mjs.
void mutateCommand(process.argv.slice(3), subjects).then((code) => {
  process.exitCode = code;
});
