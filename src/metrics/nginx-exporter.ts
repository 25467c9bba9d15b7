import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, unconventional } from '#promql/metric/declare.js';

const range = [0, Infinity] as const;
const why = 'named after the field of stub_status that it is read from';

/**
 * nginx-prometheus-exporter 0.11 to 1.5, https://github.com/nginx/nginx-prometheus-exporter, of an nginx that serves
 * `stub_status`. Its own scrapes are among what it counts.
 */
export const nginxExporterMetrics = catalog({
  up: gauge('nginx_up', {
    help: 'Whether the exporter could read stub_status; all else is missing when it could not',
    unit: 'boolean',
  }),
  connections: gauge('nginx_connections_active', { help: 'Connections of clients, idle ones too', range }),
  connectionsReading: gauge('nginx_connections_reading', {
    help: 'Connections of which nginx reads the head of a request',
    range,
  }),
  connectionsWriting: gauge('nginx_connections_writing', {
    help: 'Connections to which nginx writes a response, or for which it waits for one from behind',
    range,
  }),
  connectionsWaiting: gauge('nginx_connections_waiting', {
    help: 'Connections kept alive between two requests',
    range,
  }),
  connectionsAccepted: unconventional.counter('nginx_connections_accepted', {
    help: 'Connections accepted',
    why,
  }),
  connectionsHandled: unconventional.counter('nginx_connections_handled', {
    help: 'Connections handled: fewer than accepted where worker_connections were used up',
    why,
  }),
  requests: counter('nginx_http_requests_total', { help: 'Requests of clients' }),
});
