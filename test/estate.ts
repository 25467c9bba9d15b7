import { clustersOf, hostsOf } from '#synth/estate/home.js';
import main from '../main.js';

export const clusters = clustersOf(main);
/** What this repository monitors: its applications in clusters, and its hosts. */
export const estate = clusters.flatMap(({ applications }) => applications);
export const hosts = hostsOf(main);
export const { places } = main;
