import { tooManyRequestsInFlight } from '#alerts/concurrency/too-many-requests-in-flight.js';
import { tooManySessions } from '#alerts/concurrency/too-many-sessions.js';
import { httpAlerts } from '#alerts/http.js';
import { requestsCeased } from '#alerts/http/requests-ceased.js';
import { lighthouseAlerts } from '#alerts/lighthouse.js';
import { nginxDown } from '#alerts/nginx/nginx-down.js';
import { outsideApiAlerts } from '#alerts/outside-api.js';
import { certificateAlerts, endpointAlerts } from '#alerts/probe.js';
import { called } from '#alerts/text/subject.js';
import { webVitalAlerts } from '#alerts/web.js';
import { highBounceRate } from '#alerts/web/high-bounce-rate.js';
import { lighthouseMetrics } from '#metrics/lighthouse.js';
import { httpProbeMetrics, probeMetrics, tlsProbeMetrics } from '#metrics/blackbox.js';
import { nginxExporterMetrics } from '#metrics/nginx-exporter.js';
import { narrowed } from '#promql/metric/catalog.js';
import { bytes, count, mebibytes, percent, perSecond, seconds } from '#promql/unit/limit.js';
import { exported, here, shop, subject } from './shop.js';
import type { Packs } from './pack.js';

const probes = narrowed({ ...probeMetrics, ...httpProbeMetrics, ...tlsProbeMetrics }, here);
const lighthouse = { ...narrowed(lighthouseMetrics, here), up: exported.up };

export const httpPacks: Packs = {
  httpAlerts: { ...httpAlerts(subject, shop, { errors: percent(5), latency: seconds(1) }) },
  requestsCeased: {
    requestsCeased: requestsCeased(subject, { ...shop, ...exported }, { atLeast: perSecond(2) }),
  },
  tooManyRequestsInFlight: {
    tooManyRequestsInFlight: tooManyRequestsInFlight(subject, shop, { most: count(1000) }),
  },
  tooManySessions: { tooManySessions: tooManySessions(subject, shop, { most: count(1000) }) },
  outsideApiAlerts: {
    ...outsideApiAlerts(
      called('Shop payment'),
      { requests: shop.calls, duration: shop.callDuration },
      { errors: percent(10), latency: seconds(5) },
    ),
  },
  webVitalAlerts: { ...webVitalAlerts(subject, shop, { fcp: seconds(1.8), tti: seconds(3.8) }) },
  highBounceRate: { highBounceRate: highBounceRate(subject, shop, { most: percent(70) }) },
  lighthouseAlerts: {
    ...lighthouseAlerts(subject, lighthouse, {
      score: percent(90),
      speedIndex: seconds(3.4),
      bundle: bytes(350 * 1024),
      images: mebibytes(1),
    }),
  },
  endpointAlerts: { ...endpointAlerts(subject, probes, { prober: 'blackbox', slow: seconds(2) }) },
  certificateAlerts: { ...certificateAlerts(subject, probes) },
  nginxDown: { nginxDown: nginxDown(subject, narrowed(nginxExporterMetrics, here)) },
};
