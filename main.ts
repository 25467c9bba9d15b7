import type { Application } from './application/application.js';
import { ecoeco } from './apps/ecoeco/index.js';
import { observer } from './apps/observer/index.js';
import { ojeomneo } from './apps/ojeomneo/index.js';
import { type Host } from './files/host.js';

/** The estate: every application that is monitored. */
export const estate: readonly Application[] = [observer, ojeomneo, ecoeco];

/** The hosts on which some of them run without Kubernetes. */
export const hosts: readonly Host[] = [];
