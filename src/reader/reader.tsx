import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Article } from '../article/article.ts';
import { uiLanguage } from '../i18n.ts';
import { ReprintNote } from '../ui/reprint/reprint-note.tsx';
import { isKept, useSaving } from '../ui/use-saving.ts';
import { useSettings } from '../ui/use-settings.ts';
import { ArticleBody } from './article-body.tsx';
import { ArticleHeader } from './article-header.tsx';
import { moveTo } from './move-to.ts';
import { OutlineRail } from './outline-rail.tsx';
import { Provenance } from './provenance.tsx';
import type { Destination, ReaderHost } from './reader-host.ts';
import { SidePanel, usePanel } from './side-panel.tsx';
import { sizeSteps } from './size-steps.ts';
import { ToolColumn } from './tool-column.tsx';
import { useReadingTools } from './tools/reading-tools.tsx';
import { NextPage } from './tools/next-page/next-page.tsx';
import { placeOf } from './tools/removals/give-back.ts';
import { ReaderReceipt } from './tools/removals/reader-receipt.tsx';
import { useGivenBack } from './tools/removals/use-given-back.ts';
import { useShownArticle } from './tools/use-shown-article.ts';
import { typeStyle } from './type-style.ts';
import { useArrival } from './use-arrival.ts';
import { useKeys } from './use-keys.ts';
import { useWayfinding } from './use-wayfinding.tsx';

interface ReaderProps {
  article: Article;
  host: ReaderHost;
  destination?: Destination | undefined;
}

/** The reader view, the same over a page and in the page of a saved article. */
export function Reader({ article: opened, host, destination }: ReaderProps): JSX.Element {
  const { article, extractAnew, readOn } = useShownArticle(opened, host);
  const [scroller, body] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const { panel, toggle, close } = usePanel();
  const [settings, change] = useSettings(host);
  const saving = useSaving(article, host);
  const [replaced, setReplaced] = useState(0);
  const givenBack = useGivenBack({ article, body, keeper: host, pictures: host.pictures });
  const way = useWayfinding({ article, host, body, scroller, hasDestination: destination !== undefined });
  const jumpTo = (id: string): void => {
    close();
    way.jumpTo(id);
  };
  useArrival({ scroller, body, destination });
  const tools = useReadingTools({ article, host, body, settings, onChange: change, onJump: jumpTo, onSaved: saving.noteKept, destination, handedOn: replaced + Number(isKept(saving.state)) });
  const resize = sizeSteps({ settings, change, say: tools.say });
  useKeys({
    host, inside: scroller, isCovered: tools.layers.isCovered,
    actions: {
      close: () => tools.closeTop() || (panel ? close() : host.close?.()),
      nextSection: () => way.jumpBy(1), previousSection: () => way.jumpBy(-1),
      goBack: way.goBack, link: () => way.copyLink(tools.say),
      outline: () => toggle('outline'), typography: () => toggle('typography'), keys: () => toggle('keys'),
      save: saving.save,
      ...tools.actions,
      larger: () => resize(1), smaller: () => resize(-1),
    },
  });

  return (
    <div class="reader" data-testid="reader" data-drawer={panel === 'outline'} lang={uiLanguage()} dir="ltr" tabIndex={-1} ref={scroller} {...typeStyle(settings)}>
      <OutlineRail article={article} standing={way.standing} drawerOpen={panel === 'outline'} onSelect={jumpTo} onCopyLink={(id) => way.copyLink(tools.say, id)} onClose={close} />
      <main class="sheet" style={{ '--read': `${way.standing.fraction}` }}>
        <article lang={article.lang || undefined} dir={article.dir || undefined}>
          <ArticleHeader article={article} />
          <ArticleBody article={article} container={body} onJump={jumpTo} pictures={host.pictures} />
          {article.nextPage !== '' && <NextPage key={article.nextPage} address={article.nextPage} onReadOn={readOn} />}
        </article>
        <footer class="colophon">
          <Provenance lines={article.provenance} />
          <ReaderReceipt article={article} givenBack={givenBack} onVisit={(removal) => moveTo(body.current && placeOf(body.current, removal))} onExtractAnew={extractAnew} />
        </footer>
      </main>
      <ToolColumn host={host} saving={saving} open={panel} onToggle={toggle}>{tools.button}</ToolColumn>
      <ReprintNote saving={saving.state} desk={host} onReplaced={() => setReplaced(replaced + 1)} />
      {way.offer}
      {tools.panels}
      <SidePanel panel={panel} settings={settings} onChange={change} onClose={close} />
    </div>
  );
}
