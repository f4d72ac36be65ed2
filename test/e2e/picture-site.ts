import { deflateSync } from 'node:zlib';
import { listen } from '../../scripts/browser/static-server.mjs';
import { crc32 } from '../../src/library/export/crc32.ts';

/** A site that serves pictures, and remembers what it was asked for. */
export interface PictureSite {
  origin: string;
  /** The paths that were asked for since the last call. */
  taken(): string[];
  close(): Promise<void>;
}

/** Serves files by path from an address that is no page's own: 127.0.0.1 instead of localhost. */
export async function pictureSite(files: Record<string, Buffer>, headers: Record<string, string> = {}): Promise<PictureSite> {
  const asked: string[] = [];
  const { origin, close } = await listen((request, response) => {
    asked.push(request.url ?? '');
    const file = files[request.url ?? ''];
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': 'image/png', 'Cache-Control': 'max-age=3600', ...headers }).end(file);
  });
  return { origin: origin.replace('localhost', '127.0.0.1'), taken: () => asked.splice(0), close };
}

/** A PNG of one colour; `ballast` makes it at least so many bytes larger, and a picture still. */
export function png(shade: number, ballast = 0): Buffer {
  const size = 240;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2], 8);
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(size * 3, shade)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: size }, () => row)));
  const chunks = [chunk('IHDR', header), chunk('teXt', Buffer.alloc(ballast, shade)), chunk('IDAT', pixels), chunk('IEND', Buffer.of())];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}
