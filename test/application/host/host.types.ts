// What the compiler must refuse, checked by `npm run check`: each line below such a comment is an error.
import type { Application } from '#application/application.js';
import { host } from '#application/host/host.js';

declare const shop: Application;

host(shop, {
  ports: { grafana: 3001 },
  health: { API: 'http://localhost:8000/health' },
  retention: { time: '90d', size: '20GB' },
});

// @ts-expect-error A port of a server that monitoring does not have.
host(shop, { ports: { loki: 3100 } });
// @ts-expect-error A port as text.
host(shop, { ports: { grafana: '3001' } });

// @ts-expect-error An address of which nobody knows the port.
host(shop, { health: { API: 'http://localhost/health' } });
// @ts-expect-error An address that names no path, which is no check.
host(shop, { health: { API: 'http://localhost:8000' } });
// @ts-expect-error An address that is not on the host.
host(shop, { health: { API: 'https://shop.example:443/health' } });

// @ts-expect-error Prometheus would keep it, but not by days.
host(shop, { retention: { time: '4w', size: '20GB' } });
// @ts-expect-error A size without its unit.
host(shop, { retention: { time: '30d', size: '20' } });
// @ts-expect-error A time without a size, which lets the disk run full.
host(shop, { retention: { time: '30d' } });

host(shop, { url: 'http://monitor.example:3001' });
host(shop, { url: { grafana: 'https://monitor.example', prometheus: 'https://monitor.example/prometheus' } });
// @ts-expect-error An address without how it is spoken to.
host(shop, { url: 'monitor.example:3001' });
// @ts-expect-error The address of a server that monitoring does not have.
host(shop, { url: { loki: 'https://monitor.example' } });
// @ts-expect-error Alerts of its own that are no alerts.
host(shop, { watchers: () => ({ monitoringDown: 'down' }) });
