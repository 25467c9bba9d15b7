import { describe, expect, test } from '@jest/globals';
import { interpolate, variablesIn } from './interpolate.js';
import { isLoopback, publishedPort } from './port.js';

describe('what Compose makes of a text', () => {
  test.each([
    ['a value', 'postgres://${USER}@db', { USER: 'shop' }, 'postgres://shop@db'],
    ['a default where there is none', '${USER:-admin}', {}, 'admin'],
    ['a default where it is empty', '${USER:-admin}', { USER: '' }, 'admin'],
    ['a value in place of the default', '${USER:-admin}', { USER: 'shop' }, 'shop'],
    ['a required value', '${USER:?set it}', { USER: 'shop' }, 'shop'],
    ['nothing where there is neither', '[${USER}]', {}, '[]'],
    ['a dollar that is written twice', '^a$$|$${USER}', { USER: 'shop' }, '^a$|${USER}'],
    ['a value that looks like a reference', '${USER}', { USER: '${OTHER}$$' }, '${OTHER}$$'],
  ])('has %s', (_, text, variables, made) => {
    expect(interpolate(text, variables)).toBe(made);
  });

  test.each([{}, { USER: '' }])('is nothing where a required value is missing: %j', (variables) => {
    expect(() => interpolate('${USER:?set USER in .env}', variables)).toThrow(
      'required variable USER is missing a value: set USER in .env',
    );
  });

  test('is nothing where a dollar begins no reference', () => {
    expect(() => interpolate('^a$|b', {})).toThrow('invalid interpolation format');
  });

  test('depends on the variables that it names', () => {
    expect(variablesIn('${A}:${B:?b}/$${C}/${A:-a}')).toEqual(['A', 'B']);
  });
});

describe('a port in the short syntax', () => {
  test.each([
    ['3000', { address: '0.0.0.0', target: '3000' }],
    ['3001:3000', { address: '0.0.0.0', published: '3001', target: '3000' }],
    ['127.0.0.1:3001:3000', { address: '127.0.0.1', published: '3001', target: '3000' }],
    ['127.0.0.1::3000', { address: '127.0.0.1', target: '3000' }],
    ['[::1]:6060:6060/udp', { address: '[::1]', published: '6060', target: '6060' }],
    ['9090-9091:8080-8081', { address: '0.0.0.0', published: '9090-9091', target: '8080-8081' }],
  ])('%s is read', (text, port) => {
    expect(publishedPort(text)).toEqual(port);
  });

  test.each(['http', '3000:http', 'localhost:3000:3000', '3000:', '1:2:3:4'])('%s is none', (text) => {
    expect(publishedPort(text)).toBeUndefined();
  });

  test.each([
    ['127.0.0.1:1:1', true],
    ['[::1]:1:1', true],
    ['0.0.0.0:1:1', false],
    ['192.168.0.1:1:1', false],
    ['1:1', false],
  ])('%s is for the host alone: %s', (text, alone) => {
    const port = publishedPort(text);
    expect(port && isLoopback(port)).toBe(alone);
  });
});
