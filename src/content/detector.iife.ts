import { judge } from '../article/readerable.ts';
import { runInSlices } from './detector/slices.ts';
import { isConnected, reportReaderable } from './detector/report.ts';
import { watchPage } from './detector/watch-page.ts';

watchPage({
  judge: (signal) => runInSlices(judge(document), signal),
  report: reportReaderable,
  isConnected,
});
