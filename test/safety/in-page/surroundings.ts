/** What the reader's modules look for when they load: an extension's name and its messages. */
export function pretendExtension(): void {
  const messages = { getMessage: (key: string, values: readonly unknown[] = []) => (key === 'languageTag' ? 'zh-CN' : [key, ...values].join(' ')), getUILanguage: () => 'zh-CN' };
  Object.assign(globalThis, { chrome: { runtime: { id: 'jingdu' }, i18n: messages, storage: { local: {} } } });
}

/** The shadow roots that were opened since the last call: closed ones show themselves to whoever makes them. */
export function watchShadowRoots(): () => ShadowRoot[] {
  const opened: ShadowRoot[] = [];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    opened.push(root);
    return root;
  };
  return () => opened.splice(0);
}
