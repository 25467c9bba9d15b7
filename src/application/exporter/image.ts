import type { Fault } from '#ground/fault.js';

/** Where an image comes from: the first part of its name, where that can be a host. */
const hasRegistry = ([first = '', ...more]: readonly string[]): boolean =>
  more.length > 0 && (/[.:]/.test(first) || first === 'localhost');

/** The same image, of another registry: `registry.example/mirror` holds `prometheus/node-exporter:v1.9.1` as quay.io does. */
export const fromRegistry = (image: string, registry: string | undefined): string => {
  if (registry === undefined) return image;
  const parts = image.split('/');
  return [registry, ...(hasRegistry(parts) ? parts.slice(1) : parts)].join('/');
};

/** An image without a version, which a restart may change. A digest is one. */
export const imageFaults = (image: string): readonly Fault[] =>
  /@sha256:[0-9a-f]{64}$/.test(image) || (/:[^/:]+$/.test(image) && !image.endsWith(':latest'))
    ? []
    : [
        {
          where: 'image',
          what: image,
          code: 'image-without-version',
          why: `'${image}' names no version, so a restart may change it`,
          cure: `write e.g. '${image.replace(/:latest$/, '')}:v1.2.3'`,
        },
      ];

/** A registry that is none, or that is an image. */
export const registryFaults = (registry: string | undefined): readonly Fault[] =>
  registry === undefined || /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?(:\d+)?(\/[a-z0-9][-._a-z0-9]*)*$/.test(registry)
    ? []
    : [
        {
          where: 'registry',
          what: registry,
          code: 'bad-address',
          why: `'${registry}' is no registry`,
          cure: "write its host, and the path below which it holds images: 'registry.example/mirror'",
        },
      ];
