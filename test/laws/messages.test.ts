import ts from 'typescript';
import { expect, test } from 'vitest';
import { messageKinds } from '../messages/message-kinds.ts';
import { parse } from './sources.ts';

test('every message that the protocols declare is tried with hostile input', () => {
  expect(messageKinds.map(({ to, type }) => `${to} ${type}`).sort()).toEqual(declaredKinds().sort());
});

/** Such as `background isSaved`. */
function declaredKinds(): string[] {
  const protocols = parse('src/messages.ts').statements.filter(ts.isInterfaceDeclaration).filter(({ name }) => name.text.endsWith('Protocol'));
  return protocols.flatMap(({ name, members }) => members.map((member) => `${name.text.replace('Protocol', '').toLowerCase()} ${member.name?.getText() ?? ''}`));
}
