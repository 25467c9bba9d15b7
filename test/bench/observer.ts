import { observer } from '../../apps/observer/index.js';
import { parts } from '../../synth/estate/estate.js';
import { synth } from '../../synth/synth.js';

/** One application alone, to see what the others cost. */
const { charts, laws } = parts([observer]);
synth(charts, laws, '.cache/bench');
