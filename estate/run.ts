import { estate } from '../main.js';
import { synth } from '../synth/synth.js';
import { parts } from './estate.js';

const { charts, laws } = parts(estate);
synth(charts, laws);
