import type { ConnectionPool } from '#application/instrumentation/pool.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { goFile } from './file.js';
import { indented } from './indented.js';
import type { MetricName } from './names.js';

const watched = (name: string, value: string): string => `watch(${name}, func() float64 { return ${value} })`;

/** `pool.go`: what the pool of connections says of itself, asked at each scrape. */
export const poolFile = (
  name: string,
  { size, idle, inUse }: ConnectionPool,
  nameOf: (metric: AnyMetric) => MetricName,
): string =>
  goFile({
    package: name,
    standard: ['database/sql', ...(size ? ['math'] : [])],
    others: ['github.com/prometheus/client_golang/prometheus'],
    body: [
      String.raw`
// WatchPool tells of a pool of connections from now on, in place of one of which it told before: WatchPool(db.Stats).
func WatchPool(stats func() sql.DBStats) {
`.trim(),
      indented(
        [
          ...(size ? [watched(nameOf(size).own, 'most(stats().MaxOpenConnections)')] : []),
          ...(idle ? [watched(nameOf(idle).own, 'float64(stats().Idle)')] : []),
          ...(inUse ? [watched(nameOf(inUse).own, 'float64(stats().InUse)')] : []),
        ].join('\n'),
      ),
      String.raw`}

func watch(options prometheus.GaugeOpts, value func() float64) {
	gauge := prometheus.NewGaugeFunc(options, value)
	Registry.Unregister(gauge)
	Registry.MustRegister(gauge)
}
`.trimEnd(),
      ...(size
        ? [
            String.raw`
// most is how many connections may be opened: any number where nobody has said one.
func most(connections int) float64 {
	if connections <= 0 {
		return math.Inf(1)
	}
	return float64(connections)
}
`.trimEnd(),
          ]
        : []),
    ].join('\n'),
  });
