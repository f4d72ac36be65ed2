import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t, uiLanguage } from '../i18n.ts';
import { useKeptFocus } from '../ui/kept-focus.ts';
import { useRows } from '../ui/list/use-rows.ts';
import { TabPanel, Tabs } from '../ui/tabs.tsx';
import { PageTab } from './page-tab.tsx';
import type { PopupHost } from './popup-host.ts';
import { SavedTab } from './saved-tab.tsx';

type TabId = 'page' | 'saved';

/** The popup of the toolbar icon: this page, and what was saved. */
export function Popup({ host }: { host: PopupHost }): JSX.Element {
  const [selected, setSelected] = useState<TabId>('page');
  const saved = useRows(host.library);
  const page = useRef<HTMLElement>(null);
  useKeptFocus(page);
  const savedLabel = <>{t('saved')}{saved.rows && <span class="count">{saved.total.toLocaleString(uiLanguage())}</span>}</>;
  return (
    <main class="popup" ref={page}>
      <Tabs<TabId>
        label={t('tabs')} selected={selected} onSelect={setSelected}
        tabs={[{ id: 'page', label: t('tabPage') }, { id: 'saved', label: savedLabel }]}
      />
      <TabPanel id="page" selected={selected === 'page'}><PageTab host={host} /></TabPanel>
      <TabPanel id="saved" selected={selected === 'saved'}><SavedTab host={host} saved={saved} /></TabPanel>
    </main>
  );
}
