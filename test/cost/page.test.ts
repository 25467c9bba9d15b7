import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { assumedUndeclared, assumedValues, ownSeries } from '#cost/assumed.js';
import { containersOfPod, kubeletOfNode, machineOfNode, stateOfPod } from '#cost/platform.js';
import { countText, sizeText } from '#cost/quantity.js';
import { lengthOfLog, measured, needOf, spare } from '#cost/server.js';

const page = readFileSync('docs/delivery/cost.md', 'utf8');
const plain = page.replace(/\s+/g, ' ');

describe('the page of what monitoring costs', () => {
  test.each([10_000, 100_000, 1_000_000, 10_000_000])('says what %d series come to', (series) => {
    const samples = series / 30;
    const { memory, blocks, log } = needOf(series, samples, 15 * 86_400);
    const row = [countText(series), countText(samples), ...[memory, blocks, log].map(sizeText)];
    expect(plain).toContain(`| ${row.join(' | ')} |`);
  });

  test('says by what memory is reckoned', () => {
    const itself = sizeText(measured.bytesOfItself);
    expect(plain).toContain(`series × ${sizeText(measured.bytesOfSeries)} × ${spare} + ${itself}`);
  });

  test('says by what the write-ahead log is reckoned', () => {
    expect([measured.bytesOfSampleInLog, lengthOfLog]).toEqual([6.75, 3 * 3_600]);
    expect(plain).toContain('6.75 bytes for each sample of three hours in the write-ahead log');
  });

  test('says with which Prometheus it was measured, and when', () => {
    expect(page).toContain(`Prometheus ${measured.prometheus}, ${measured.on}`);
  });

  test('says what is assumed', () => {
    expect(plain).toContain(`else ${assumedUndeclared}, what Go's client brings`);
    expect(plain).toContain(`assumed, ${assumedValues} values of a label`);
    expect(plain).toContain(`Prometheus adds ${ownSeries} to each target`);
  });

  test('says what a platform brings', () => {
    const [pod, node] = [`${stateOfPod} series for each pod`, `${countText(kubeletOfNode)} for each kubelet`];
    for (const part of [
      pod,
      `${containersOfPod} of cAdvisor`,
      node,
      `${machineOfNode} for each node_exporter`,
    ])
      expect(plain).toContain(part);
  });
});
