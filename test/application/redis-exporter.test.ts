import { expect, test } from '@jest/globals';
import { redisExporter } from '#application/exporter/redis.js';
import { secret } from '#ground/secret.js';

const place = { namespace: 'canteen', address: 'redis:6379' } as const;

test('redis_exporter asks one server, and needs no password', () => {
  expect(redisExporter('canteen-redis', place).environment).toEqual({ REDIS_ADDR: 'redis://redis:6379' });
});

test('its user and password are kept in Secrets', () => {
  const [user, password] = [secret('redis', 'user'), secret('redis', 'password')];
  expect(redisExporter('canteen-redis', { ...place, user, password }).environment).toMatchObject({
    REDIS_USER: user,
    REDIS_PASSWORD: password,
  });
});

test('it speaks TLS where it is told to', () => {
  expect(redisExporter('canteen-redis', { ...place, tls: true }).environment).toEqual({
    REDIS_ADDR: 'rediss://redis:6379',
  });
});

test('it lives whether Redis answers or not', () => {
  expect(redisExporter('canteen-redis', place).livePath).toBe('/health');
});

test('an address that is more than host and port is refused, and not told: it may hold a password', () => {
  expect(() => redisExporter('canteen-redis', { ...place, address: 'hunter2@redis:6379' })).toThrow(
    /^exporter canteen-redis: its address is not host:port; write e\.g\. 'shop-redis-master:6379'(?!.*hunter2)/,
  );
});

test('an address with a port that there is not is refused', () => {
  expect(() => redisExporter('canteen-redis', { ...place, address: 'redis:70000' })).toThrow(
    'exporter canteen-redis: its address is not host:port',
  );
});
