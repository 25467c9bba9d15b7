/** A port of a container on the host. */
export interface PublishedPort {
  /** The host's address that it is published on; all of them, `0.0.0.0`, unless one is named. */
  readonly address: string;
  /** Left out where Docker chooses one. */
  readonly published?: string;
  readonly target: string;
}

const range = String.raw`\d{1,5}(?:-\d{1,5})?`;
const shortSyntax = new RegExp(
  String.raw`^(?:(?:(\[[\da-fA-F:]+\]|\d+(?:\.\d+){3}):)?(${range})?:)?(${range})(?:/(?:tcp|udp|sctp))?$`,
);

/** Reads the short syntax of `ports`, https://docs.docker.com/reference/compose-file/services/#ports; nothing where it is none. */
export const publishedPort = (text: string): PublishedPort | undefined => {
  const [, address = '0.0.0.0', published, target] = shortSyntax.exec(text) ?? [];
  return target === undefined
    ? undefined
    : { address, ...(published !== undefined && { published }), target };
};

/** Whether nobody but the host itself gets there. */
export const isLoopback = ({ address }: PublishedPort): boolean =>
  address.startsWith('127.') || address === '[::1]';
