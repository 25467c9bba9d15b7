import { estate, hosts } from '../../main.js';
import { synth } from '../synth.js';
import { parts } from './estate.js';

const { charts, files, laws, pages } = parts(estate, hosts);
synth(charts, laws, 'dist', { files, pages });
