import { expect, test } from 'vitest';
import { countTests, withRunFailure } from '../../scripts/test/vitest-run.mjs';

const passed = { status: 'passed' };
const failed = { status: 'failed' };
const skipped = { status: 'skipped' };

test('tests are added up over the files', () => {
  const testResults = [
    { status: 'passed', assertionResults: [passed, passed, skipped] },
    { status: 'failed', assertionResults: [passed, failed] },
  ];
  expect(countTests({ testResults })).toEqual({ passed: 3, failed: 1 });
});

test('a file that could not be loaded is a failure', () => {
  expect(countTests({ testResults: [{ status: 'failed', assertionResults: [] }] })).toEqual({ passed: 0, failed: 1 });
});

test('a run without a test is a failure', () => {
  expect(withRunFailure({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
});

test('a run that breaks beside its tests is a failure', () => {
  expect(withRunFailure({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 });
  expect(withRunFailure({ passed: 5, failed: 2 }, 1)).toEqual({ passed: 5, failed: 2 });
  expect(withRunFailure({ passed: 5, failed: 0 }, 0)).toEqual({ passed: 5, failed: 0 });
});
