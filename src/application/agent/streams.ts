import { type Reading, type Streams, logLines } from '#logql/lines.js';
import { printSelector } from '#logql/print.js';

/**
 * The streams that an agent sends to Loki, as LogQL selects them, `{namespace="shop"}`: all of them, or those of one namespace, one app, or some
 * levels. It can name no label that the agent does not set, and no namespace that it does not read.
 *
 * @throws Error on these.
 */
export const streams = <N extends string>(agent: Reading<N>, only?: Streams<NoInfer<N>>): `{${string}}` =>
  printSelector(logLines(agent, only));
