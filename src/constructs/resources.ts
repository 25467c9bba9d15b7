import { Size } from 'cdk8s/lib/size.js';
import { type ContainerResources, Cpu } from 'cdk8s-plus-27/lib/container.js';
import type { Resources } from '#application/exporter/resources.js';

// An API server answers 1000m by 1: written so it would look changed for ever.
const cores = (millis: number): Cpu => (millis % 1000 === 0 ? Cpu.units(millis / 1000) : Cpu.millis(millis));

/** What a container asks for and may use. */
export const containerResources = ({ cpu, memory }: Resources): ContainerResources => ({
  cpu: { request: cores(cpu.request), limit: cores(cpu.limit) },
  memory: { request: Size.mebibytes(memory.request), limit: Size.mebibytes(memory.limit) },
});
