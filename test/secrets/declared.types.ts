import { slack } from '#routing/receiver/slack.js';
import { postgresExporter } from '#application/exporter/postgres.js';
import { declaredSecret } from '#ground/declared-secret.js';

const database = declaredSecret('shop-db', {
  namespace: 'shop',
  keys: { user: 'the role', password: 'its password', url: 'a webhook' },
  madeBy: 'the chart of the database',
});

// It fits wherever a secret does.
slack({ url: database.key('url'), channel: '#shop' });
postgresExporter('postgres', {
  namespace: 'shop',
  database: 'db:5432/shop',
  user: database.key('user'),
  password: database.key('password'),
  sslMode: 'disable',
});

// @ts-expect-error: it is declared without such a key
database.key('pasword');
// @ts-expect-error: of each key it is said what it is for
declaredSecret('shop-db', { namespace: 'shop', keys: ['user'] });
// @ts-expect-error: where it is, is a part of it
declaredSecret('shop-db', { keys: { user: 'the role' } });
// @ts-expect-error: a declaration holds no value
declaredSecret('shop-db', { namespace: 'shop', keys: { user: 'the role' }, values: { user: 'shop' } });
