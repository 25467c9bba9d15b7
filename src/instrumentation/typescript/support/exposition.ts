/** What Prometheus is answered. */
export const expositionFile = (
  sessions: boolean,
): string => `import { registry } from './metrics.js';
${sessions ? "import { sessionsAt } from './sessions.js';\n" : ''}
/** All metrics as text, with the type that says how it is read. */
export const exposition = async (): Promise<{ readonly text: string; readonly type: string }> => {
${sessions ? '  sessionsAt(Date.now());\n' : ''}  return { text: await registry.metrics(), type: registry.contentType };
};
`;
