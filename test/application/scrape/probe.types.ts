// What the compiler must refuse, checked by `npm run check`: each line below such a comment is an error.
import { blackboxExporter } from '#application/exporter/blackbox.js';
import type { HttpModule } from '#application/exporter/blackbox/module.js';
import { probe } from '#application/scrape/probe.js';

const through = blackboxExporter('blackbox', {
  namespace: 'shop',
  modules: { site: { prober: 'http' }, database: { prober: 'tcp' } },
});
const targets = ['https://shop.example/'] as const;

probe('shop', { through, module: 'site', targets });
// @ts-expect-error A module that it does not have (mistake 96).
probe('shop', { through, module: 'sites', targets });
// @ts-expect-error A probe of nothing.
probe('shop', { through, module: 'site', targets: [] });

const of = { namespace: 'shop' } as const;
// @ts-expect-error A capability that a restricted namespace does not allow.
blackboxExporter('blackbox', { ...of, modules: { ping: { prober: 'icmp' } } });
// @ts-expect-error What HTTP answers, of TCP.
blackboxExporter('blackbox', { ...of, modules: { database: { prober: 'tcp', statusCodes: [200] } } });
// @ts-expect-error A password as text (mistake 19).
const login: HttpModule = { prober: 'http', basicAuth: { username: 'prober', password: 'hunter2' } };
blackboxExporter('blackbox', { ...of, modules: { site: login } });
