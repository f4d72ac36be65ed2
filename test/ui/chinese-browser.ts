import messages from '../../public/_locales/zh_CN/messages.json';
import { createFakeBrowser } from '../fake-browser.ts';

const texts: Partial<Record<string, { message: string }>> = messages;

/** A fake browser whose interface speaks Chinese: what a test reads on the screen is what people read. */
export function createChineseBrowser() {
  const browser = createFakeBrowser();
  browser.i18n.getMessage = ((key: string, substitutions: string[] = []) =>
    (texts[key]?.message ?? '').replace(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? '')) as typeof browser.i18n.getMessage;
  return browser;
}
