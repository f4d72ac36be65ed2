import type { BackgroundProtocol } from '../../messages.ts';

interface Report {
  to: 'background';
  type: keyof Pick<BackgroundProtocol, 'pageDetected'>;
  input: Parameters<BackgroundProtocol['pageDetected']>[0];
}

/** Whether the extension that this script came with is still there; an update or removal leaves the script behind. */
export function isConnected(): boolean {
  return chrome.runtime?.id !== undefined;
}

/** Tells the background the verdict. It needs no answer, and rejects when the extension has gone. */
export async function reportReaderable(readerable: boolean): Promise<void> {
  await chrome.runtime.sendMessage<Report>({ to: 'background', type: 'pageDetected', input: { readerable } });
}
