// What the compiler must refuse, checked by `npm run check`: each line below such a comment is an error.
import { scrape } from '#application/scrape.js';
import { secret } from '#ground/secret.js';
import { web } from '../../synth/estate/shop.js';

const asked = { port: 'http', interval: '30s', metrics: [] } as const;
const key = secret('shop-metrics', 'key');
const basicAuth = { username: key, password: key };
scrape(web, { ...asked, scheme: 'https', tls: { ca: key, certificate: { cert: key, key } }, basicAuth });

// @ts-expect-error A certificate to check by, and plain http.
scrape(web, { ...asked, tls: { ca: key } });
// @ts-expect-error The same, said aloud.
scrape(web, { ...asked, scheme: 'http', tls: { ca: key } });
// @ts-expect-error A certificate without its key.
scrape(web, { ...asked, scheme: 'https', tls: { certificate: { cert: key } } });
// @ts-expect-error Two ways to show who asks, in one header.
scrape(web, { ...asked, basicAuth, bearerToken: key });
// @ts-expect-error A password as text (mistake 19).
scrape(web, { ...asked, basicAuth: { username: key, password: 'hunter2' } });
// @ts-expect-error A token as text (mistake 19).
scrape(web, { ...asked, bearerToken: 'ab12' });
// @ts-expect-error A parameter without a value.
scrape(web, { ...asked, params: { family: [] } });
// @ts-expect-error A format that Prometheus does not know.
scrape(web, { ...asked, fallbackScrapeProtocol: 'text/plain' });
// @ts-expect-error A certificate that nobody checks, and plain http.
scrape(web, { ...asked, unverified: 'It has signed itself.' });
// @ts-expect-error What a service account has not.
scrape(web, { ...asked, serviceAccount: 'all' });
