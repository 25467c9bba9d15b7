import { observer } from '../../apps/observer/index.js';
import { synthesisOf } from '../../synth/estate/estate.js';
import { synth } from '../../synth/synth.js';

/** One application alone, to see what the others cost. */
const { charts, laws } = synthesisOf([observer]);
synth(charts, laws, '.cache/bench');
