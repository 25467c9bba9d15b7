import type { Alone } from './engine/alone.js';
import type { Mimir } from './engine/mimir.js';
import type { Thanos } from './engine/thanos-engine.js';
import type { VictoriaMetrics } from './engine/victoriametrics.js';

/** Where more than one Prometheus is asked as one, and who evaluates rules there; a Prometheus alone is the usual. */
export type Engine = Alone | Thanos | Mimir | VictoriaMetrics;
