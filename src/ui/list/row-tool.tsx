import type { ComponentChildren, JSX } from 'preact';

interface RowToolProps {
  name: string;
  /** What it does, and with which article where that is not plain. */
  label: string;
  on?: boolean;
  onPress: () => void;
  children: ComponentChildren;
}

/** A small button of a row, for what is done with it most often. */
export function RowTool({ name, label, on = false, onPress, children }: RowToolProps): JSX.Element {
  return <button type="button" class="icon-button" data-testid={name} data-on={on} title={label} onClick={onPress}>{children}</button>;
}
