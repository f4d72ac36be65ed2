import type { ComponentChild, ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';

/** One tab: its id is also the end of its `data-testid`. */
export interface Tab<Id extends string> {
  id: Id;
  label: ComponentChild;
}

interface TabsProps<Id extends string> {
  label: string;
  tabs: Tab<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
}

const steps: Partial<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

/** A row of tabs: one stop for the Tab key, arrows, Home and End move and select. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const place = nextPlace(tabs.findIndex(({ id }) => id === selected), step, tabs.length);
    const next = tabs[place];
    if (next === undefined) return;
    onSelect(next.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[place]?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id} type="button" role="tab" id={`tab-${tab.id}`} data-testid={`tab-${tab.id}`}
          aria-selected={tab.id === selected} aria-controls={`panel-${tab.id}`} tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

/** The panel of a tab; it keeps its state while another one is shown. */
export function TabPanel({ id, selected, children }: { id: string; selected: boolean; children: ComponentChildren }): JSX.Element {
  return <section class="panel" role="tabpanel" id={`panel-${id}`} aria-labelledby={`tab-${id}`} hidden={!selected}>{children}</section>;
}

function nextPlace(place: number, step: number, count: number): number {
  return Number.isFinite(step) ? (place + step + count) % count : step < 0 ? 0 : count - 1;
}
