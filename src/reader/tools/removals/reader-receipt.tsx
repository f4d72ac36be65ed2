import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Article, Removal } from '../../../article/article.ts';
import { t } from '../../../i18n.ts';
import { Receipt } from '../../../ui/receipt.tsx';
import { removalReason } from '../../../ui/removal-reason.ts';
import { canGiveBack } from './give-back.ts';
import type { GivenBack } from './use-given-back.ts';

/** Under this share of the characters found, the way to the original and to another extraction is offered. */
const enough = 0.9;

interface ReaderReceiptProps {
  article: Article;
  givenBack: GivenBack;
  /** Leads to a block that stands in the text again. */
  onVisit: (removal: Removal) => void;
  /** Reads the page in another way; answers whether that gave another text. Absent where there is no page. */
  onExtractAnew?: (() => boolean) | undefined;
}

/** What was hidden, with the way back for each, and whether the body is whole. */
export function ReaderReceipt({ article, givenBack, onVisit, onExtractAnew }: ReaderReceiptProps): JSX.Element {
  return (
    <>
      <Receipt article={article} actions={(removal) => <Actions removal={removal} givenBack={givenBack} onVisit={onVisit} />} />
      {isIncomplete(article) && <Incomplete url={article.url} onExtractAnew={onExtractAnew} />}
    </>
  );
}

function isIncomplete({ completeness: { characters } }: Article): boolean {
  return characters.kept < characters.found * enough;
}

function Incomplete({ url, onExtractAnew }: { url: string; onExtractAnew: (() => boolean) | undefined }): JSX.Element {
  const [isSame, setSame] = useState(false);
  return (
    <p class="receipt-help" data-testid="incomplete" role="status">
      {isSame ? t('extractAnewSame') : t('receiptIncomplete')}
      {/^https?:/i.test(url) && <a href={url} target="_blank" rel="noopener noreferrer">{t('originalShow')}</a>}
      {onExtractAnew && !isSame && (
        <button type="button" class="link-button" data-testid="extract-anew" onClick={() => setSame(!onExtractAnew())}>{t('extractAnew')}</button>
      )}
    </p>
  );
}

function Actions({ removal, givenBack, onVisit }: { removal: Removal; givenBack: GivenBack; onVisit: (removal: Removal) => void }): JSX.Element | null {
  if (!canGiveBack(removal)) return null;
  const shown = givenBack.shown.has(removal.id);
  const kept = givenBack.kept.has(removal.group);
  return (
    <span class="removal-actions">
      <button type="button" class="link-button" data-testid="give-back" onClick={() => givenBack.toggle(removal)}>{t(shown ? 'hideAgain' : 'giveBack')}</button>
      {shown && <button type="button" class="link-button" data-testid="visit-removal" onClick={() => onVisit(removal)}>{t('visitRemoval')}</button>}
      <button type="button" class="link-button" data-testid="keep-kind" onClick={() => givenBack.toggleKind(removal.group)}>
        {t(kept ? 'keepKindStop' : 'keepKind', removalReason(removal))}
      </button>
    </span>
  );
}
