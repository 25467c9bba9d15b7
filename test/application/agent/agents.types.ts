// What the compiler must refuse, checked by `npm run check`: each line below such a comment is an error.
import { filebeat } from '#application/agent/filebeat.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { secret } from '#ground/secret.js';

const inputs = [{ service: 'api', paths: ['/var/log/api/*.log'] }] as const;
const elasticsearch = { hosts: ['http://elasticsearch:9200'] } as const;
const username = secret('shop-elastic', 'username');
const password = secret('shop-elastic', 'password');

filebeat({ inputs, elasticsearch: { ...elasticsearch, login: { username, password } } });
// @ts-expect-error A Filebeat that reads nothing.
filebeat({ inputs: [], elasticsearch });
// @ts-expect-error A service without files.
filebeat({ inputs: [{ service: 'api', paths: [] }], elasticsearch });
// @ts-expect-error A path that depends on where Filebeat runs.
filebeat({ inputs: [{ service: 'api', paths: ['log/*.log'] }], elasticsearch });
// @ts-expect-error An Elasticsearch that is nowhere.
filebeat({ inputs, elasticsearch: { hosts: [] } });
// @ts-expect-error A host of which nobody knows whether it speaks TLS.
filebeat({ inputs, elasticsearch: { hosts: ['elasticsearch:9200'] } });
// @ts-expect-error A password as text (mistake 19).
filebeat({ inputs, elasticsearch: { ...elasticsearch, login: { username, password: 'hunter2' } } });

const loki = { host: 'loki', port: 3100 };
fluentBit({ namespaces: ['shop'], loki });
// @ts-expect-error A Fluent Bit that reads nothing.
fluentBit({ namespaces: [], loki });
// @ts-expect-error A Loki without its port.
fluentBit({ namespaces: ['shop'], loki: { host: 'loki' } });
