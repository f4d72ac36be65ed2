import type { MessageKey } from '../i18n.ts';
import type { Fault } from '../library/migrations.ts';

/** Why a saved article cannot be read, and what may help. */
export const faultWords: Readonly<Record<Fault, MessageKey>> = { unreadable: 'brokenUnreadable', malformed: 'brokenMalformed', newer: 'brokenNewer' };
