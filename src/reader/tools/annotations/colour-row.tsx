import type { JSX } from 'preact';
import { t } from '../../../i18n.ts';
import type { MessageKey } from '../../../i18n.ts';
import type { HighlightColour } from '../../../library/annotation.ts';
import { highlightColours } from '../../../library/annotation.ts';

const names: Record<HighlightColour, MessageKey> = { yellow: 'colourYellow', green: 'colourGreen', blue: 'colourBlue', red: 'colourRed' };

/** The four colours of the pen. */
export function ColourRow({ chosen, onChoose }: { chosen?: HighlightColour; onChoose: (colour: HighlightColour) => void }): JSX.Element {
  return (
    <span class="colours" role="group" aria-label={t('highlight')}>
      {highlightColours.map((colour) => (
        <button
          key={colour} type="button" class="colour" data-testid={`colour-${colour}`} data-colour={colour}
          aria-label={t(names[colour])} title={t(names[colour])} aria-pressed={chosen === undefined ? undefined : chosen === colour}
          onClick={() => onChoose(colour)}
        />
      ))}
    </span>
  );
}
