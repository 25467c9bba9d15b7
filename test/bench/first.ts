import { estate } from '../estate.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synth } from '#synth/synth.js';

/** One application alone, to see what the others cost. */
const { charts, laws } = synthesisOf({ applications: estate.slice(0, 1) });
synth(charts, laws, '.cache/bench');
