import { vi } from 'vitest';
import { LibraryPage } from '../../src/library-page/library-page.tsx';
import type { LibraryRow } from '../../src/library/rows.ts';
import { createFakeLibrary, rowOf } from '../ui/list/fake-library.ts';
import type { Screen } from '../ui/mount.ts';
import { mount, settle } from '../ui/mount.ts';
import { createFakeCare } from './fake-care.ts';

/** An article of each state. */
export const shelf = [
  rowOf('a', '冷链的三笔账', 5, { tags: ['冷链'], siteName: '产业手记', byline: '何田' }),
  rowOf('b', '药房写中台', 4, { fraction: 0.5 }),
  rowOf('c', '订阅的毛利', 3, { star: true, fraction: 1 }),
  rowOf('d', '旧账', 2, { archived: true }),
  rowOf('e', '扔掉的', 1, { deletedAt: 9 }),
];

/** The pages that are open. */
export const screens: Screen[] = [];

/** The library's page over a library in memory, with what tests do most often on it. */
export async function open(rows: LibraryRow[] = shelf, care = createFakeCare()) {
  const library = createFakeLibrary(rows);
  const openSaved = vi.fn<(id: string) => void>();
  const screen = await mount(<LibraryPage host={{ library, care, openSaved }} />);
  screens.push(screen);
  await settle();
  const titles = (): (string | null | undefined)[] => screen.all('saved-item').map((row) => row.querySelector('.saved-title')?.textContent);
  const facet = (name: string, value: string): HTMLElement => {
    const found = screen.all(`facet-${name}`).find((button) => button.textContent?.startsWith(value));
    if (!found) throw new Error(`there is no ${name} ${value}`);
    return found;
  };
  const opener = (id: string): HTMLElement => screen.root.querySelector<HTMLElement>(`[data-id="${id}"] [data-testid=saved-open]`) ?? document.body;
  const choose = (place: number): Promise<void> => settle(() => screen.all('row-box')[place]?.click());
  return { library, openSaved, screen, titles, facet, opener, choose };
}

/** A page that is left hears no key any more. */
export async function leavePages(): Promise<void> {
  for (const screen of screens.splice(0)) await screen.unmount();
  document.body.replaceChildren();
  history.replaceState(null, '', location.pathname);
}
