import { once } from 'node:events';
import { type RequestListener, type Server, createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Certificate } from './certificate.js';

/** A request as a target saw it. */
export interface Asked {
  readonly url: string;
  readonly authorization: string | undefined;
}

/** A target that tells its metrics to whoever asks for the right address and shows the right header, and writes down who asked. */
export interface Guarded {
  readonly address: string;
  readonly asked: readonly Asked[];
  readonly close: () => void;
}

interface Guard {
  readonly url: string;
  readonly authorization: string;
  readonly exposition: string;
  /** Then it speaks TLS, and only with who has the same certificate. */
  readonly certificate?: Certificate;
}

const started = (answer: RequestListener, certificate: Certificate | undefined): Server =>
  certificate === undefined
    ? createServer(answer)
    : createTlsServer(
        { ...certificate, ca: certificate.cert, requestCert: true, rejectUnauthorized: true },
        answer,
      );

export const guarding = async ({ url, authorization, exposition, certificate }: Guard): Promise<Guarded> => {
  const asked: Asked[] = [];
  const server = started(({ url: path = '', headers }, response) => {
    asked.push({ url: path, authorization: headers.authorization });
    if (path !== url) response.writeHead(404).end();
    else if (headers.authorization !== authorization) response.writeHead(401).end();
    else response.setHeader('Content-Type', 'text/plain; version=0.0.4; charset=utf-8').end(exposition);
  }, certificate).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the target listens on no port');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `127.0.0.1:${address.port}`, asked, close };
};
