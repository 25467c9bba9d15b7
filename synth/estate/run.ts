import { lost } from '../../alerts/rule/made.js';
import { estate, hosts } from '../../main.js';
import { synth } from '../synth.js';
import { synthesisOf } from './estate.js';

const { charts, files, laws, pages, alone } = synthesisOf(estate, hosts, lost());
synth(charts, laws, 'dist', { files, pages, alone });
