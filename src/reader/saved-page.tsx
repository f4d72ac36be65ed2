import type { JSX } from 'preact';
import type { Article } from '../article/article.ts';
import { t } from '../i18n.ts';
import type { Fault } from '../library/migrations.ts';
import { faultWords } from '../ui/fault-words.ts';
import { PageIcon } from '../ui/icons.tsx';
import { Message } from '../ui/message.tsx';
import type { Destination, ReaderHost } from './reader-host.ts';
import { Reader } from './reader.tsx';

/** What became of looking for the saved article. */
export type Loaded = { kind: 'found'; article: Article } | { kind: 'missing' } | { kind: 'broken'; fault: Fault };

interface SavedPageProps {
  loaded: Loaded;
  host: ReaderHost;
  /** Where in it one wishes to be. */
  destination?: Destination | undefined;
}

/** The page of a saved article: the reader, or a word about why there is nothing to read. */
export function SavedPage({ loaded, host, destination }: SavedPageProps): JSX.Element {
  if (loaded.kind === 'found') return <Reader article={loaded.article} host={host} destination={destination} />;
  const [title, text] = loaded.kind === 'missing' ? [t('savedMissingTitle'), t('savedMissing')] : [t('savedBroken'), t(faultWords[loaded.fault])];
  return (
    <main class="saved-message">
      <Message icon={<PageIcon size={40} />} title={title} text={text} />
    </main>
  );
}
