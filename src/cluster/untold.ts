import type { Application } from '#application/application.js';
import { laterIn } from '#application/later/in.js';
import { refuse } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import { madeBy } from '#ground/shape.js';
import { routing } from '#routing/routing.js';
import type { Described } from './cluster.js';
import type { Here } from './here.js';

const anApplication = madeBy(
  'application(…)',
  (value) => isObject(value) && isObject(value['routing']) && typeof value['name'] === 'string',
);

const tellingNobody = (application: Application, why: string): Application => {
  refuse('untold', anApplication('application', application));
  const { name, language, routing: given } = application;
  return {
    ...application,
    routing: routing({
      language,
      clock: given.clock,
      receivers: { nobody: [] },
      route: { receiver: 'nobody', matchers: { application: name } },
      untold: why,
    }),
  };
};

/**
 * An application as it is watched where nobody is to be told, as in staging: it is scraped, recorded and drawn, its alerts are evaluated and
 * shown on its dashboards, and end in a receiver without anybody. `applications: [untold(shop)]`.
 *
 * @param why for whoever reviews it.
 * @throws Refusal of what is no application.
 */
export const untold = (
  described: Described,
  why = 'It is drawn here, and nobody is told: its alerts are for those who look.',
): Described =>
  typeof described === 'function'
    ? (here: Here) => tellingNobody(described(here), why)
    : laterIn(described, `untold, ${why}`, (made) => tellingNobody(made, why));
