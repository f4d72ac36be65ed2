import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Article } from '../article/article.ts';
import { uiLanguage } from '../i18n.ts';
import { useTheme } from '../ui/use-theme.ts';
import { ArticleBody } from './article-body.tsx';
import { ArticleHeader } from './article-header.tsx';
import { isComposing } from './composing.ts';
import { OutlineRail } from './outline-rail.tsx';
import { Provenance } from './provenance.tsx';
import type { Destination, ReaderHost } from './reader-host.ts';
import { ToolColumn } from './tool-column.tsx';
import { useReadingTools } from './tools/reading-tools.tsx';
import { placeOf } from './tools/removals/give-back.ts';
import { ReaderReceipt } from './tools/removals/reader-receipt.tsx';
import { useGivenBack } from './tools/removals/use-given-back.ts';
import { useShownArticle } from './tools/use-shown-article.ts';
import { useCurrentSection } from './use-current-section.ts';

interface ReaderProps {
  article: Article;
  host: ReaderHost;
  destination?: Destination | undefined;
}

/** The reader view, the same over a page and in the page of a saved article. */
export function Reader({ article: opened, host, destination }: ReaderProps): JSX.Element {
  const { article, extractAnew } = useShownArticle(opened, host.extractAnew);
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [drawerOpen, setDrawerOpen] = useState(false);
  const [theme, setTheme] = useTheme(host);
  const givenBack = useGivenBack({ article, body, keeper: host });
  const current = useCurrentSection({ article, body, scroller });

  const jumpTo = (id: string): void => {
    setDrawerOpen(false);
    moveTo(body.current, id);
  };
  useEffect(() => scroller.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (destination !== undefined) moveTo(body.current, destination.sectionId);
  }, [destination]);
  const tools = useReadingTools({ article, host, body, onJump: jumpTo });
  useEscape(host, () => tools.layers.closeTop() || (drawerOpen ? setDrawerOpen(false) : host.close?.()));

  return (
    <div class="reader" data-testid="reader" data-theme={theme} data-drawer={drawerOpen} lang={uiLanguage()} dir="ltr" tabIndex={-1} ref={scroller}>
      <OutlineRail outline={article.outline} current={current} drawerOpen={drawerOpen} onSelect={jumpTo} onClose={() => setDrawerOpen(false)} />
      <main class="sheet">
        <article lang={article.lang || undefined} dir={article.dir || undefined}>
          <ArticleHeader article={article} />
          <ArticleBody article={article} container={body} onJump={jumpTo} pictures={host.pictures} />
        </article>
        <footer class="colophon">
          <Provenance lines={article.provenance} />
          <ReaderReceipt article={article} givenBack={givenBack} onVisit={(removal) => body.current && moveInto(placeOf(body.current, removal))} onExtractAnew={extractAnew} />
        </footer>
      </main>
      <ToolColumn
        article={article} host={host} theme={theme} onTheme={setTheme}
        drawerOpen={drawerOpen} onDrawer={() => setDrawerOpen(!drawerOpen)}
      >
        {tools.button}
      </ToolColumn>
      {tools.panels}
    </div>
  );
}

/** Puts a section at the top and the focus on its heading, so that reading aloud and the Tab key go on from there. */
function moveTo(body: HTMLElement | null, id: string): void {
  moveInto(Array.from(body?.querySelectorAll<HTMLElement>('[id]') ?? []).find((element) => element.id === id));
}

function moveInto(target: HTMLElement | undefined): void {
  if (target === undefined) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'start' });
}

/** Runs on Esc, but never while an input method is composing: there Esc belongs to the candidate window. */
function useEscape(host: ReaderHost, onEscape: () => void): void {
  const latest = useRef(onEscape);
  latest.current = onEscape;
  useEffect(() => {
    const life = new AbortController();
    host.onKeyDown((event) => {
      if (event.key !== 'Escape' || isComposing(event)) return;
      event.preventDefault();
      latest.current();
    }, life.signal);
    return () => life.abort();
  }, [host]);
}
