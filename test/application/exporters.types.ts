// What the compiler must refuse, checked by `npm run check`: each line below such a comment is an error.
import { elasticsearchExporter } from '#application/exporter/elasticsearch.js';
import { nginxExporter } from '#application/exporter/nginx.js';
import { nodeExporter } from '#application/exporter/node.js';
import { postgresExporter } from '#application/exporter/postgres.js';
import { secret } from '#ground/secret.js';

const namespace = 'shop';
const address = 'http://elasticsearch:9200';
const username = secret('shop-elastic', 'username');
const password = secret('shop-elastic', 'password');

elasticsearchExporter('elastic', { namespace, address, login: { username, password } });
// @ts-expect-error An address without a port.
elasticsearchExporter('elastic', { namespace, address: 'http://elasticsearch' });
// @ts-expect-error An address of which nobody knows whether it speaks TLS.
elasticsearchExporter('elastic', { namespace, address: 'elasticsearch:9200' });
// @ts-expect-error A password as text (mistake 19).
elasticsearchExporter('elastic', { namespace, address, login: { username, password: 'hunter2' } });
// @ts-expect-error A user without a password.
elasticsearchExporter('elastic', { namespace, address, login: { username } });

nginxExporter('nginx', { namespace, status: 'http://nginx:8080/stub_status' });
// @ts-expect-error An address of which nobody knows whether it speaks TLS.
nginxExporter('nginx', { namespace, status: 'nginx:8080/stub_status' });
// @ts-expect-error An exporter that does not know where its nginx is.
nginxExporter('nginx', { namespace });

const database = { namespace, database: 'db:5432/shop', user: username, password } as const;
postgresExporter('postgres', { ...database, sslMode: 'verify-full', ca: secret('shop-ca', 'ca.crt') });
// @ts-expect-error A certificate that is to be checked, and nothing to check it by.
postgresExporter('postgres', { ...database, sslMode: 'verify-full' });
// @ts-expect-error The same where only the signature is checked.
postgresExporter('postgres', { ...database, sslMode: 'verify-ca' });
// @ts-expect-error A certificate by which nothing is checked.
postgresExporter('postgres', { ...database, sslMode: 'require', ca: secret('shop-ca', 'ca.crt') });
// @ts-expect-error A CA of an exporter that asks nobody.
nodeExporter('node', { namespace, ca: secret('shop-ca', 'ca.crt') });
