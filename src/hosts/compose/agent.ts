import { basename } from 'node:path/posix';
import type { Filebeat } from '#application/agent/filebeat.js';
import type { Mode } from './mode.js';
import { type ComposeService, answers, hardened } from './service.js';
import { environmentOf, literal } from './variable.js';

/** The volume in which an agent keeps how far it has read. */
export const agentVolume = ({ name }: Pick<Filebeat, 'name'>): string => `${name}_data`;

/** What its configuration is called among the files of the host. */
export const agentFile = ({ configuration }: Pick<Filebeat, 'configuration'>): string =>
  basename(configuration.path);

/** The agent that sends the logs of the host on: it may read what anybody logs, and do nothing else. */
export const agentService = (agent: Filebeat, mode: Mode): ComposeService => {
  const { image, args, configuration, logs, state, health, memory, asks, capabilities } = agent;
  return {
    image,
    user: '0:0',
    command: args.map(literal),
    ...environmentOf(agent, mode),
    volumes: [
      `./${agentFile(agent)}:${configuration.path}:ro`,
      ...logs.map((folder) => `${folder}:${folder}:ro`),
      `${agentVolume(agent)}:${state}`,
    ],
    networks: ['application'],
    ...answers(asks, `http://localhost:${health.port}${health.live}`),
    mem_limit: `${memory.limit}m`,
    ...hardened,
    ...(capabilities.length > 0 && { cap_add: capabilities }),
  };
};
