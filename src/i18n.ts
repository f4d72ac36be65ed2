import browser from 'webextension-polyfill';
import type messages from '../public/_locales/zh_CN/messages.json';

export type MessageKey = keyof typeof messages;

/**
 * The text of one message in the language of the browser's interface.
 *
 * @param substitutions what stands for `$1`, `$2` … in the message; numbers are written in the interface's locale.
 */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map((value) => (typeof value === 'number' ? value.toLocaleString(uiLanguage()) : value)));
}

/**
 * BCP 47 tag of the language that `t` speaks, for `lang` attributes and for Intl. The messages name it themselves: the
 * browser's own language may be one that we do not speak.
 */
export function uiLanguage(): string {
  return t('languageTag');
}
