import type { AnyMetric } from '#promql/metric/metric.js';
import type { Place } from '#alerts/place/place.js';
import { asAlerted, filledIn } from '#alerts/text/command.js';

/** How a person asks an endpoint as blackbox_exporter does: from where it stands, telling each step, and from his own machine. */
export const askingCommands = (place: Place, prober: AnyMetric): readonly string[] => {
  const probe = '"http://localhost:9115/probe?module=$MODULE&target=$INSTANCE&debug=true"';
  const inside = place.inExporter(prober, `wget -qO- ${probe}`);
  return [
    asAlerted('instance'),
    'curl -v --max-time 10 --output /dev/null "$INSTANCE"',
    ...(inside.length > 0 ? [filledIn('MODULE', 'module of the probe')] : []),
    ...inside,
  ];
};

/** What certificate an endpoint shows, and until when it is good. */
export const certificateCommands: readonly string[] = [
  filledIn('SERVER', 'host and port of the endpoint, as shop.example:443'),
  'openssl s_client -connect "$SERVER" -servername "${SERVER%:*}" </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer -dates',
];
