import type { Application } from './application/application.js';
import { observer } from './apps/observer/index.js';

/** The estate: every application that is monitored. */
export const estate: readonly Application[] = [observer];
