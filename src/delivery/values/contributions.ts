import { alertmanager } from './alertmanager.js';
import type { Contribution } from './contribution.js';
import { controlPlane } from './control-plane.js';
import { exporters } from './exporters.js';
import { grafana } from './grafana.js';
import { inhibition } from './inhibition.js';
import { operator } from './operator.js';
import { ownLabels } from './own-labels.js';
import { placement } from './placement.js';
import { prometheus } from './prometheus.js';
import { remoteWrite } from './remote-write.js';
import { replicas } from './replicas.js';
import { rules } from './rules.js';
import { selection } from './selection.js';
import { thanos } from './thanos.js';

/** All that the values of a platform are made of, in the order in which they are written. */
export const contributions: readonly Contribution[] = [
  prometheus,
  alertmanager,
  selection,
  inhibition,
  grafana,
  exporters,
  operator,
  placement,
  controlPlane,
  rules,
  ownLabels,
  replicas,
  thanos,
  remoteWrite,
];
