/*
 * What runs inside Firefox's own window, where the browser's internals are globals: each function is sent
 * there as text, and so uses nothing from around it.
 */

/** Presses a key of the keyboard: modifiers down, the key, modifiers up. */
export function pressKeys(combination) {
  const keyCodes = { Alt: 18, Shift: 16, Control: 17, Escape: 27, Enter: 13 };
  const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!input.beginInputTransactionForTests(window)) throw new Error('Firefox gives the keyboard to nobody');
  const events = combination.split('+').map((name) => {
    const isLetter = /^[a-z]$/i.test(name);
    const code = isLetter ? `Key${name.toUpperCase()}` : name.length === 1 ? '' : name in { Alt: 1, Shift: 1, Control: 1 } ? `${name}Left` : name;
    return new KeyboardEvent('', { key: name, code, keyCode: keyCodes[name] ?? name.toUpperCase().charCodeAt(0) });
  });
  for (const event of events) input.keydown(event);
  for (const event of events.toReversed()) input.keyup(event);
}

/** Opens the popup as the toolbar icon does; says whether the browser is opening one. */
export async function openPopup(extensionId) {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, false);
  return true;
}

/** Whether the popup stands open, with or without its page. */
export function isPopupOpen() {
  return document.querySelector('.webextension-popup-browser') !== null;
}

/** Whether the popup has come to its page: before that its browser may still change processes, and loses what it is sent. */
export function isPopupLoaded() {
  const popup = document.querySelector('.webextension-popup-browser');
  return popup?.currentURI?.schemeIs('moz-extension') === true && popup.webProgress?.isLoadingDocument !== true;
}

/** Closes every open panel. */
export function closePopup() {
  for (const panel of document.querySelectorAll('panel')) panel.hidePopup();
}

/** Runs a function in the popup's own process and document, and answers with what it gives. */
export function runInPopup(code, argument) {
  const popup = document.querySelector('.webextension-popup-browser');
  if (popup === null) throw new Error('no popup is open');
  const name = `jingdu:${Math.random()}`;
  return new Promise((resolve, reject) => {
    const { messageManager } = popup;
    setTimeout(() => reject(new Error('the popup does not answer')), 5_000);
    const answered = ({ data }) => {
      messageManager.removeMessageListener(name, answered);
      if (data.error === undefined) resolve(data.value);
      else reject(new Error(data.error));
    };
    messageManager.addMessageListener(name, answered);
    const script = `(async () => (${code})(content, ${JSON.stringify(argument)}))().then(
      (value) => sendAsyncMessage(${JSON.stringify(name)}, { value }),
      (error) => sendAsyncMessage(${JSON.stringify(name)}, { error: String(error) }));`;
    messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
  });
}

/** Ends the background page, as the browser does when it has been idle. */
export async function terminateBackground(extensionId) {
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  await extension.terminateBackground();
  return extension.backgroundState;
}

/** `running`, `stopped` or on the way between them. */
export function backgroundState(extensionId) {
  return WebExtensionPolicy.getByID(extensionId).extension.backgroundState;
}

/** What the icon of the selected tab says in its tooltip. */
export function tooltip(extensionId) {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  const action = ExtensionParent.apiManager.global.browserActionFor(extension);
  return action.action.getContextData(window.gBrowser.selectedTab).title;
}

/** The address of the selected tab. */
export function selectedAddress() {
  return window.gBrowser.selectedBrowser.currentURI.spec;
}

/** Prints the selected tab into a PDF file, as the printer would have it: on A4, without backgrounds. */
export async function printToFile(file) {
  const settings = Cc['@mozilla.org/gfx/printsettings-service;1'].getService(Ci.nsIPrintSettingsService).createNewPrintSettings();
  const { kOutputDestinationFile, kOutputFormatPDF, kPaperSizeMillimeters } = Ci.nsIPrintSettings;
  Object.assign(settings, {
    outputDestination: kOutputDestinationFile, outputFormat: kOutputFormatPDF, toFileName: file, printSilent: true,
    paperWidth: 210, paperHeight: 297, paperSizeUnit: kPaperSizeMillimeters,
  });
  await window.gBrowser.selectedBrowser.browsingContext.print(settings);
}
