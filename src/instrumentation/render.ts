import type { Application } from '#application/application.js';
import type { Instrumentation } from '#application/instrumentation/instrumentation.js';

/** A module as it is written out: texts by path below its folder. */
export type Render = (
  described: Instrumentation,
  application: Pick<Application, 'name' | 'title'>,
) => Readonly<Record<string, string>>;
