import { describe, expect, test } from '@jest/globals';
import { naming } from '#new/naming.js';

describe('what follows from the name of an application', () => {
  test('is what people, code and metrics call it', () => {
    expect(naming('order-service', 'en')).toEqual({
      name: 'order-service',
      title: 'Order Service',
      code: 'orderService',
      prefix: 'order_service',
      language: 'en',
    });
  });

  test.each([
    ['order-api', 'Order API'],
    ['sms', 'SMS'],
    ['shop--2', 'Shop 2'],
  ])('is a title as people write it: %s', (name, title) => {
    expect(naming(name, 'en').title).toBe(title);
  });

  test.each(['default', 'new', 'enum', 'web', 'service', 'estate', 'own-routing', 'runbook-of'])(
    'is no word that is taken in code: %s',
    (name) => {
      expect(naming(name, 'en').code).toMatch(/^[a-zA-Z]+Application$/);
    },
  );
});

describe('refused is', () => {
  test.each([
    'Shop',
    'order_service',
    '2shop',
    '-shop',
    'shop-',
    '상점',
    'apps/shop',
    '..',
    '',
    'a'.repeat(64),
  ])('the name %j', (name) => {
    expect(() => naming(name, 'en')).toThrow(`'${name}' is no name for an application`);
  });
});
