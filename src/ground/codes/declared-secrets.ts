import { theme } from './kind.js';

const elsewhere = 'It is found in a cluster, or in a folder of a repository, which test/secrets shows.';

/** Secrets as they are declared, where they come from, and as they are in a cluster. */
export const declaredSecrets = theme({
  'key-not-declared': {
    is: 'A key that a declared Secret does not have',
    why: 'Whoever makes the Secret reads its declaration, and leaves the key out.',
    wrong: `declaredSecret('shop-redis', { namespace: 'shop', keys: { password: 'the login of the cache' } }).key('pass')`,
    right: `declaredSecret('shop-redis', { namespace: 'shop', keys: { password: 'the login of the cache' } }).key('password')`,
    mistakes: [52],
  },
  'secret-elsewhere': {
    is: 'A declared Secret that is used in another namespace than its own',
    why: 'A pod reads Secrets of its own namespace alone, and so does the operator.',
    wrong: `application('shop', {
  ...shop,
  exporters: [redisExporter('cache-exporter', {
    ...cache,
    password: declaredSecret('shop-redis', { namespace: 'data', keys: { password: 'the login of the cache' } }).key('password'),
  })],
})`,
    right: `application('shop', {
  ...shop,
  exporters: [redisExporter('cache-exporter', {
    ...cache,
    password: declaredSecret('shop-redis', { namespace: 'shop', keys: { password: 'the login of the cache' } }).key('password'),
  })],
})`,
    mistakes: [52],
  },
  'secret-declared-twice': {
    is: 'One Secret that is declared twice',
    why: 'What it holds is then said in two places, and one of the two is not read.',
    wrong: `application('shop', {
  ...shop,
  exporters: [redisExporter('cache-exporter', {
    ...cache,
    user: declaredSecret('shop-redis', { namespace: 'shop', keys: { user: 'the login of the cache' } }).key('user'),
    password: declaredSecret('shop-redis', { namespace: 'shop', keys: { password: 'the same' } }).key('password'),
  })],
})`,
    right: `application('shop', {
  ...shop,
  exporters: [redisExporter('cache-exporter', {
    ...cache,
    password: declaredSecret('shop-redis', { namespace: 'shop', keys: { password: 'the login of the cache' } }).key('password'),
  })],
})`,
    mistakes: [52],
  },
  'key-for-nobody': {
    is: 'A key that is declared and that nobody uses',
    why: 'Somebody makes it, keeps it and changes it for nothing; or who was to use it uses another.',
    wrong: `application('shop', {
  ...shop,
  exporters: [redisExporter('cache-exporter', {
    ...cache,
    password: declaredSecret('shop-redis', { namespace: 'shop', keys: { password: 'its login', user: 'its name' } }).key('password'),
  })],
})`,
    right: `application('shop', {
  ...shop,
  exporters: [redisExporter('cache-exporter', {
    ...cache,
    password: declaredSecret('shop-redis', { namespace: 'shop', keys: { password: 'its login' } }).key('password'),
  })],
})`,
    mistakes: [52],
  },
  'one-place-for-two': {
    is: 'Two keys of a Secret that are kept in one place of a store',
    why: 'Both would hold the same, or the whole of what stands there.',
    wrong: `estate({
  places: [
    cluster('production', {
      applications: [application('shop', {
        ...shop,
        exporters: [redisExporter('cache-exporter', {
          ...cache,
          user: secret('shop-redis', 'user'),
          password: secret('shop-redis', 'password'),
        })],
      })],
      secrets: externalSecrets({ store: clusterSecretStore('vault'), path: ({ name }) => ({ key: name }) }),
    }),
  ],
})`,
    right: `estate({
  places: [
    cluster('production', {
      applications: [application('shop', {
        ...shop,
        exporters: [redisExporter('cache-exporter', {
          ...cache,
          user: secret('shop-redis', 'user'),
          password: secret('shop-redis', 'password'),
        })],
      })],
      secrets: externalSecrets({ store: clusterSecretStore('vault'), path: ({ name, key }) => ({ key: name, property: key }) }),
    }),
  ],
})`,
    mistakes: [52],
  },
  'secret-missing': {
    is: 'A Secret that the cluster does not have',
    why: 'What refers to it does not start, or is left out by the operator, and kubectl and ArgoCD say that all is well.',
    wrong: `kubectl get secrets -A -o json | npx cheomseong secrets check`,
    right: `npx cheomseong synth && less docs/secrets/production.md`,
    mistakes: [52],
    notRun: elsewhere,
  },
  'key-missing': {
    is: 'A key that a Secret does not have',
    why: 'The operator leaves out the whole of what refers to it, and a pod does not start.',
    wrong: `kubectl -n shop create secret generic shop-slack --from-file=webhook=/dev/stdin`,
    right: `kubectl -n shop create secret generic shop-slack --from-file=url=/dev/stdin`,
    mistakes: [52],
    notRun: elsewhere,
  },
  'ends-with-newline': {
    is: 'A value of a Secret that ends with a newline',
    why: 'It is a part of the value: databases, mail servers and PagerDuty refuse such a password or key.',
    wrong: `echo "$PASSWORD" | kubectl -n shop create secret generic shop-redis --from-file=password=/dev/stdin`,
    right: `printf %s "$PASSWORD" | kubectl -n shop create secret generic shop-redis --from-file=password=/dev/stdin`,
    mistakes: [52],
    notRun: elsewhere,
  },
  'value-of-no-use': {
    is: 'A value of a Secret that cannot be what it is for: empty, no URL, a key with spaces, no certificate',
    why: 'Whoever reads it fails, and often says only that it may not log in.',
    wrong: `kubectl -n shop create secret generic shop-slack --from-literal=url=TODO`,
    right: `kubectl -n shop create secret generic shop-slack --from-file=url=/dev/stdin`,
    mistakes: [52],
    notRun: elsewhere,
  },
  'not-sealed': {
    is: 'A Secret without a sealed one in the folder where they are kept',
    why: 'No controller can make it in the cluster.',
    wrong: `npx cheomseong secrets sealed`,
    right: `kubeseal --format yaml < secret.yaml > sealed/production/SealedSecret.shop.shop-slack.yaml`,
    mistakes: [52],
    notRun: elsewhere,
  },
});
