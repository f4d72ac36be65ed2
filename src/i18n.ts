import browser from 'webextension-polyfill';
import type messages from '../public/_locales/zh_CN/messages.json';

export type MessageKey = keyof typeof messages;

/**
 * The text of one message in the language of the browser's interface.
 *
 * @param substitutions what stands for `$1`, `$2` … in the message; numbers are written in the interface's locale.
 */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return messageOf(key, substitutions.map((value) => (typeof value === 'number' ? written(value) : value)));
}

/** Small whole numbers look the same in every language that we speak, and the first use of a locale takes milliseconds. */
function written(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1_000 ? String(value) : value.toLocaleString(uiLanguage());
}

const said = new Map<MessageKey, string>();

/** After an update of the extension a page's script may ask for no message any more: then what was said before must do. */
function messageOf(key: MessageKey, substitutions: string[]): string {
  try {
    const message = browser.i18n.getMessage(key, substitutions);
    if (substitutions.length === 0) said.set(key, message);
    return message;
  } catch (error) {
    console.info(`no words for ${key}`, error);
    return said.get(key) ?? '';
  }
}

/**
 * BCP 47 tag of the language that `t` speaks, for `lang` attributes and for Intl. The messages name it themselves: the
 * browser's own language may be one that we do not speak.
 */
export function uiLanguage(): string {
  return t('languageTag');
}
