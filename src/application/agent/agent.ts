import type { Reached } from '#application/network/reached.js';
import type { Secret } from '#ground/secret.js';

/** A program on each machine that reads the files of logs there and sends on what is new. */
export interface LoggingAgent {
  /** The program. Its container is called so, and its objects `<application>-<name>`. */
  readonly name: string;
  /** Image with its version. */
  readonly image: string;
  readonly args: readonly string[];
  /** The file that it reads its configuration from, and what is written there, as YAML. */
  readonly configuration: { readonly path: `/${string}`; readonly value: object };
  /** Variables that its configuration refers to. */
  readonly environment: Readonly<Record<string, Secret>>;
  /** Directories of the machine that hold the logs: read-only, and at the same paths inside. */
  readonly logs: readonly string[];
  /**
   * What it may do as root beside what any owner of a file may. Logs of applications belong to their users, who may keep them to
   * themselves: to read these takes DAC_READ_SEARCH.
   */
  readonly capabilities: readonly 'DAC_READ_SEARCH'[];
  /** The one directory it writes to: how far it has read, and what is not sent yet. It must outlive the container. */
  readonly state: `/${string}`;
  /** Where it sends to, for its network policy. */
  readonly reaches: readonly Reached[];
  /** Its HTTP server answers at `live` while it runs, at `ready` while it gets rid of what it reads. */
  readonly health: { readonly port: number; readonly live: `/${string}`; readonly ready: `/${string}` };
  /** What its image holds to ask it from inside whether it lives, as Docker does; Kubernetes asks from outside. */
  readonly asks?: 'wget' | 'curl';
  /** MiB that it is given, and that it may use. */
  readonly memory: { readonly request: number; readonly limit: number };
}
