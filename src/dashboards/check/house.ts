import { type Fault, below } from '#ground/fault.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { colorFaults, wordFaults } from './colors.js';
import { decimalFaults } from './decimals.js';
import { quantityFaults } from './quantities.js';
import { sizeFaults } from './sizes.js';

/**
 * Rules of the house that a machine can judge, docs/dashboards.md: what is shown so that whoever is woken reads something else than what is.
 * None is asked of a panel that others drew.
 */
export const houseFaults = (panels: readonly Panel[]): readonly Fault[] =>
  panels
    .filter(({ drawn }) => drawn === undefined)
    .flatMap((panel) =>
      below(`panel '${panel.title}'`, [
        ...colorFaults(panel),
        ...wordFaults(panel),
        ...decimalFaults(panel),
        ...quantityFaults(panel),
        ...sizeFaults(panel),
      ]),
    );
