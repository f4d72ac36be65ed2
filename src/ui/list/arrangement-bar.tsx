import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { MessageKey } from '../../i18n.ts';
import { t } from '../../i18n.ts';
import type { Arrangement, RowState, SortOrder } from '../../library/arrange.ts';
import { facetsOf, rowStates, sortOrders } from '../../library/arrange.ts';
import type { Rows } from './use-rows.ts';

/** What each state of an article is called. */
export const stateNames: Record<RowState, MessageKey> = {
  all: 'stateAll', unread: 'stateUnread', reading: 'stateReading', done: 'stateDone', star: 'stateStar', archived: 'stateArchived', bin: 'stateBin',
};

const sortNames: Record<SortOrder, MessageKey> = { saved: 'sortSaved', published: 'sortPublished', length: 'sortLength', unread: 'sortUnread' };

interface ArrangementBarProps {
  saved: Rows;
  arrangement: Arrangement;
  onArrange: (arrangement: Arrangement) => void;
}

/** Two quiet menus: which articles, with how many of each, and in which order. */
export function ArrangementBar({ saved, arrangement, onArrange }: ArrangementBarProps): JSX.Element {
  const states = useMemo(() => (saved.complete ? facetsOf(saved.rows ?? [], arrangement).states : undefined), [saved.rows, saved.complete, arrangement]);
  const change = (changed: Partial<Arrangement>): void => {
    saved.readAll();
    onArrange({ ...arrangement, ...changed });
  };
  return (
    <div class="arrangement">
      <select
        data-testid="filter-state" aria-label={t('filterState')} value={arrangement.state}
        onFocus={saved.readAll} onChange={(event) => change({ state: event.currentTarget.value as RowState })}
      >
        {rowStates.map((state) => <option key={state} value={state}>{states ? t('stateCount', t(stateNames[state]), states[state]) : t(stateNames[state])}</option>)}
      </select>
      <SortMenu sort={arrangement.sort} onSort={(sort) => change({ sort })} />
    </div>
  );
}

/** The menu of the orders in which a list can stand. */
export function SortMenu({ sort, onSort }: { sort: SortOrder; onSort: (sort: SortOrder) => void }): JSX.Element {
  return (
    <select data-testid="sort" aria-label={t('sortBy')} value={sort} onChange={(event) => onSort(event.currentTarget.value as SortOrder)}>
      {sortOrders.map((order) => <option key={order} value={order}>{t(sortNames[order])}</option>)}
    </select>
  );
}
