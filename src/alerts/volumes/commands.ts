import { namedValues } from '#promql/metric/choice.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { commands, filledIn } from '#alerts/text/command.js';
import { kubectl } from '#alerts/place/kubectl.js';

/** The PersistentVolumeClaims to which a metric is narrowed. */
const claims = ({ matchers }: AnyMetric): readonly string[] =>
  matchers
    .filter(({ label }) => label === 'persistentvolumeclaim')
    .flatMap((each) => namedValues(each) ?? []);

/** How to see what takes the space. */
export const spaceCommands = (metric: AnyMetric): string =>
  commands(
    kubectl(metric, ['describe pvc', ...claims(metric)].join(' ')),
    filledIn('POD', 'the pod in Used By'),
    kubectl(metric, 'exec "$POD" -- df -h'),
    filledIn('MOUNTED', 'the path in Mounted on'),
    kubectl(metric, 'exec "$POD" -- du -xh -d 2 "$MOUNTED"'),
  );
