import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, unconventional } from '#promql/metric/declare.js';

const range = [0, Infinity] as const;

/**
 * What blackbox_exporter 0.23 to 0.27 tells of every probe, whatever it asks by, https://github.com/prometheus/blackbox_exporter. Of a module
 * that it does not have, and while it is gone itself, there is none of it.
 */
export const probeMetrics = catalog({
  success: gauge('probe_success', { help: 'Whether the probe succeeded', unit: 'boolean' }),
  duration: gauge('probe_duration_seconds', {
    help: 'How long the probe took; of one that failed, until it did',
    range,
  }),
  lookupTime: gauge('probe_dns_lookup_time_seconds', {
    help: 'How long it took to find the address by the name',
    range,
  }),
  ipProtocol: gauge('probe_ip_protocol', { help: '4 or 6: the version of IP by which it was asked', range }),
});

/** The same of one that asks by HTTP. Where nothing answers, its status code is 0, and so is all that came after what failed. */
export const httpProbeMetrics = catalog({
  phases: gauge('probe_http_duration_seconds', {
    help: 'How long each phase of the request took, over all redirects',
    labels: ['phase'],
    values: { phase: ['resolve', 'connect', 'tls', 'processing', 'transfer'] },
    range,
  }),
  statusCode: gauge('probe_http_status_code', { help: 'The status code of the answer, or 0', range }),
  redirects: gauge('probe_http_redirects', { help: 'How many redirects were followed', range }),
  overTls: gauge('probe_http_ssl', { help: 'Whether the last answer came over TLS', unit: 'boolean' }),
  failedByBody: gauge('probe_failed_due_to_regex', {
    help: 'Whether the probe failed by what the body is to hold, or not to hold',
    unit: 'boolean',
  }),
});

/**
 * The same of one that asks over TLS. It is there only once both have shaken hands: of a certificate that is expired, that is of another name
 * or that nobody known has signed there is none of it.
 */
export const tlsProbeMetrics = catalog({
  certificateExpiry: unconventional.gauge('probe_ssl_earliest_cert_expiry', {
    help: 'When the first certificate of those that the server shows expires',
    unit: 'timestamp',
    why: 'named without its unit',
    range,
  }),
});

/** The same of one that asks a server for a name. */
export const dnsProbeMetrics = catalog({
  answers: gauge('probe_dns_answer_rrs', { help: 'How many records the answer holds', range }),
  phases: gauge('probe_dns_duration_seconds', {
    help: 'How long each phase of the question took',
    labels: ['phase'],
    values: { phase: ['resolve', 'connect', 'request'] },
    range,
  }),
});

/** What blackbox_exporter tells of itself. */
export const blackboxExporterMetrics = catalog({
  configReloaded: gauge('blackbox_exporter_config_last_reload_successful', {
    help: 'Whether the last reload of its modules succeeded',
    unit: 'boolean',
  }),
  unknownModules: counter('blackbox_module_unknown_total', {
    help: 'Probes by modules that it does not have',
  }),
});
