/** What the gateways of an application's traces are called: their Service, their Deployment, their service on a host. */
export const traceGatewayOf = (application: string): string => `${application}-trace-gateway`;

/** What the agents are called, to which its pods send: their Service, their DaemonSet. */
export const traceAgentOf = (application: string): string => `${application}-trace-agent`;
