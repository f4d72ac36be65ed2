import { t } from '../i18n.ts';
import type { MessageKey } from '../i18n.ts';
import type { SaveOutcome } from '../library/saved-article.ts';
import type { FailureReason } from '../messages.ts';

type SaveFailure = Extract<SaveOutcome, { kind: 'failed' }>['reason'];

const failures: Record<FailureReason, MessageKey> = {
  'too-large': 'failureTooLarge',
  'too-deep': 'failureTooDeep',
  timeout: 'failureTimeout',
  'unsupported-document': 'failureUnsupportedDocument',
  internal: 'failureInternal',
};

const saveFailures: Record<SaveFailure, MessageKey> = {
  quota: 'saveFailedQuota',
  'unreadable-after-write': 'saveFailedUnreadable',
  invalid: 'saveFailedInvalid',
  'left-behind': 'saveFailedLeftBehind',
  internal: 'saveFailedInternal',
};

/** Why a page could not be read, and what to do. */
export function failureText(reason: FailureReason): string {
  return t(failures[reason]);
}

/** Why an article could not be kept, and what to do. */
export function saveFailureText(reason: SaveFailure): string {
  return t(saveFailures[reason]);
}
