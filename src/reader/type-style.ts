import type { Settings } from '../settings.ts';

/** The attributes by which the style sheets set the text as a person wants it. */
export function typeStyle({ theme, font, fontSize, lineHeight, paragraphSpacing, measure, fontWeight, firstLineIndent, justify }: Settings) {
  return {
    'data-theme': theme,
    'data-font': font,
    'data-indent': firstLineIndent,
    'data-justify': justify,
    style: { '--text-size': `${fontSize}px`, '--leading': `${lineHeight}`, '--paragraph-gap': `${paragraphSpacing}em`, '--characters': `${measure}`, '--weight': `${fontWeight}` },
  };
}
