import { expect, test } from '@jest/globals';
import { compared } from '#catalog/compared.js';
import { families } from '#catalog/exposition.js';
import { board, boardMetrics } from './board.js';
import { suite } from './suite.js';
import { moduleOf } from '../estate.js';

const adminMonitoring = moduleOf('ojeomneo', 'adminMonitoring');

const said = suite(['admin'], { board, admin_monitoring: adminMonitoring });

test('what Django exports is what the catalogue declares', async () => {
  expect(compared(boardMetrics, families((await said()).texts['board'] ?? ''))).toEqual([]);
});
