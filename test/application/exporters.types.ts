// What the compiler must refuse, checked by `npm run check`: each line below such a comment is an error.
import { elasticsearchExporter } from '../../application/exporter/elasticsearch.js';
import { nginxExporter } from '../../application/exporter/nginx.js';
import { secret } from '../../ground/secret.js';

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
