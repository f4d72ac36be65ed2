import type { JSX } from 'preact';
import { t, uiLanguage } from '../i18n.ts';
import type { MessageKey } from '../i18n.ts';
import { defaultLook, fonts, settingRanges, themes } from '../settings.ts';
import type { Font, RangedSetting, Settings, Theme } from '../settings.ts';
import { Panel } from './panel.tsx';

interface TypographyProps {
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
}

/** How the text is set: each change shows at once. */
export function TypographyPanel({ settings, onChange, onClose }: TypographyProps & { onClose: () => void }): JSX.Element {
  return (
    <Panel name="typography" title={t('typography')} onClose={onClose}>
      <ThemeChoice settings={settings} onChange={onChange} />
      <FontChoice settings={settings} onChange={onChange} />
      <div class="sliders">
        {sliders.map((slider) => <Slider key={slider.name} {...slider} settings={settings} onChange={onChange} />)}
      </div>
      <div class="switches">
        {switches.map(({ name, label }) => (
          <label key={name}>
            <span>{t(label)}</span>
            <input type="checkbox" role="switch" data-testid={name} checked={settings[name]} onChange={({ currentTarget }) => onChange({ [name]: currentTarget.checked })} />
          </label>
        ))}
      </div>
      <button type="button" class="button panel-reset" data-testid="typography-reset" onClick={() => onChange(defaultLook)}>{t('typographyReset')}</button>
    </Panel>
  );
}

const themeNames: Record<Theme, MessageKey> = {
  system: 'themeSystem', paper: 'themePaper', white: 'themeWhite', sepia: 'themeSepia', dark: 'themeDark', black: 'themeBlack', contrast: 'themeContrast',
};

/** Each theme as a small page of its own colours. */
function ThemeChoice({ settings, onChange }: TypographyProps): JSX.Element {
  return (
    <fieldset class="theme-choice">
      <legend>{t('theme')}<span class="chosen">{t(themeNames[settings.theme])}</span></legend>
      {themes.map((theme) => (
        <label key={theme} title={t(themeNames[theme])}>
          <input class="visually-hidden" type="radio" name="theme" data-testid={`theme-${theme}`} aria-label={t(themeNames[theme])} checked={settings.theme === theme} onChange={() => onChange({ theme })} />
          <span class="swatch" data-theme={theme} aria-hidden="true">{t('themeSample')}</span>
        </label>
      ))}
    </fieldset>
  );
}

const fontNames: Record<Font, MessageKey> = { song: 'fontSong', hei: 'fontHei', kai: 'fontKai' };

function FontChoice({ settings, onChange }: TypographyProps): JSX.Element {
  return (
    <fieldset class="font-choice">
      <legend>{t('font')}</legend>
      {fonts.map((font) => (
        <label key={font}>
          <input class="visually-hidden" type="radio" name="font" data-testid={`font-${font}`} checked={settings.font === font} onChange={() => onChange({ font })} />
          <span data-face={font}>{t(fontNames[font])}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface SliderDescription {
  name: RangedSetting;
  label: MessageKey;
  /** What the number counts, for those who hear it. */
  says: MessageKey;
}

const sliders: readonly SliderDescription[] = [
  { name: 'fontSize', label: 'fontSize', says: 'fontSizeSays' },
  { name: 'fontWeight', label: 'fontWeight', says: 'fontWeightSays' },
  { name: 'lineHeight', label: 'lineHeight', says: 'lineHeightSays' },
  { name: 'paragraphSpacing', label: 'paragraphSpacing', says: 'paragraphSpacingSays' },
  { name: 'measure', label: 'measure', says: 'measureSays' },
];

function Slider({ name, label, says, settings, onChange }: SliderDescription & TypographyProps): JSX.Element {
  const value = settings[name];
  return (
    <label>
      <span>{t(label)}</span>
      <input
        type="range" data-testid={name} {...settingRanges[name]} value={value} style={{ '--part': partOf(value, settingRanges[name]) }} aria-valuetext={t(says, value)}
        onInput={({ currentTarget }) => onChange({ [name]: currentTarget.valueAsNumber })}
      />
      <output aria-hidden="true">{value.toLocaleString(uiLanguage())}</output>
    </label>
  );
}

/** How far a value lies along its range, for the part of the track that is filled. */
function partOf(value: number, { min, max }: { min: number; max: number }): string {
  return `${(100 * (value - min)) / (max - min)}%`;
}

const switches: readonly { name: 'firstLineIndent' | 'justify'; label: MessageKey }[] = [
  { name: 'firstLineIndent', label: 'firstLineIndent' },
  { name: 'justify', label: 'justify' },
];
