import type { Contribution } from './contribution.js';
import { image } from './image.js';
import { resources } from './resources.js';

/** The operator, whose reloader beside Prometheus and Alertmanager is of the same release. */
export const operator: Contribution = ({ platform }) => {
  const own = image(platform, 'operator');
  return {
    prometheusOperator: {
      ...own,
      prometheusConfigReloader: own,
      resources: resources(platform.operator.resources),
    },
  };
};
