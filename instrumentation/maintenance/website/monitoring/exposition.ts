// Made from the catalogue of Maintenance: what is changed here is gone with the next synthesis.
import { registry } from './metrics';
import { sessionsAt } from './sessions';

/** All metrics as text, with the type that says how it is read. */
export const exposition = async (): Promise<{ readonly text: string; readonly type: string }> => {
  sessionsAt(Date.now());
  return { text: await registry.metrics(), type: registry.contentType };
};
