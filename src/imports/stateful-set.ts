import { type IStatefulSet, StatefulSet as model } from 'kubernetes-models/apps/v1/StatefulSet';
import { resource } from './resource.js';

/** `apps/v1 StatefulSet`: pods that each keep a name and a volume. */
export class StatefulSet extends resource<IStatefulSet>(model) {}
