import { expect, test } from '@jest/globals';
import { ecoeco } from '../../apps/ecoeco/index.js';
import { firing, told } from './one-outage.js';

test('Of ecoeco’s database nobody is told twice', () => {
  const outage = [
    firing(ecoeco, 'PostgreSQLDown', 2),
    firing(ecoeco, 'APIHighErrorRate', 7, { service: 'waste-api' }),
  ];
  expect(told(ecoeco, outage, 'slack')).toEqual([['PostgreSQLDown']]);
});
