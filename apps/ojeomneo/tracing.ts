import { percent, perSecond, tracing } from 'cheomseong';
import { traces } from '../platforms.js';
import { slow } from './alerts.js';

/** ojeomneo's traces, of which the platform's Tempo keeps those that fail, those over the limit of HighLatency, and one in ten of the others. */
export const tracesOf = tracing({
  store: traces,
  slow,
  keeps: percent(10),
  // The plan's throughput: a hundred requests a second, each a trace.
  traces: perSecond(100),
  // The routes of a server and an admin, each by how it is answered, and what they ask of database and cache.
  combinations: 200,
});
