import { estate } from '../main.js';
import { synth } from '../synth/synth.js';
import { parts } from './estate.js';

const { charts, laws, pages } = parts(estate);
synth(charts, laws, 'dist', pages);
