import { keepOpening, opensByItself } from '../library/open-sites.ts';
import { askToEnter } from '../library/pictures/host-access.ts';
import type { PopupHost } from './popup-host.ts';

/** On which sites the reader opens by itself, as this browser allows. */
export const siteChoice: Pick<PopupHost, 'opensByItself' | 'openByItself'> = {
  opensByItself,
  openByItself: async (site, opens) => {
    // The question first: a browser hears it only while the click is fresh. It may take the popup away, so the wish is kept meanwhile.
    const granted = opens ? askToEnter(site).catch(refused) : Promise.resolve(false);
    await keepOpening(site, opens);
    if (opens && !(await granted)) await keepOpening(site, false);
    return granted;
  },
};

function refused(error: unknown): boolean {
  console.info('the browser does not ask for access to a site', error);
  return false;
}
