import { listen } from '../../scripts/browser/static-server.mjs';

/** A site that answers everything and remembers what it was asked for. */
export interface RecordingSite {
  origin: string;
  /** The paths that were asked for since the last call, in their order. */
  takeRequests(): string[];
  close(): Promise<void>;
}

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"><rect width="320" height="180" fill="#17666e"/></svg>';

/** Serves pages by their paths, and a picture for every other path. */
export async function recordingSite(pages: Record<string, string> = {}): Promise<RecordingSite> {
  const requests: string[] = [];
  const { origin, close } = await listen((request, response) => {
    const path = request.url ?? '/';
    if (path !== '/favicon.ico') requests.push(path);
    const page = pages[path];
    response.writeHead(200, { 'Content-Type': page === undefined ? 'image/svg+xml' : 'text/html; charset=utf-8', 'Access-Control-Allow-Origin': '*' });
    response.end(page ?? picture);
  });
  return { origin, takeRequests: () => requests.splice(0), close };
}
