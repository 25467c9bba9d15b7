import { places } from '../estate.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synth } from '#synth/synth.js';

const [first] = places;
/** One application alone, to see what the others cost. */
const { charts, laws } = synthesisOf({
  places: first?.of === 'cluster' ? [{ ...first, applications: first.applications.slice(0, 1) }] : [],
});
synth(charts, laws, '.cache/bench');
