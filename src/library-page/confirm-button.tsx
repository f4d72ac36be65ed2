import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface ConfirmButtonProps {
  name: string;
  label: string;
  /** What it says while it waits for the second press. */
  confirmLabel: string;
  onConfirm: () => void;
}

const timeToConfirm = 5000;

/** A button for what cannot be undone: it takes a second press. */
export function ConfirmButton({ name, label, confirmLabel, onConfirm }: ConfirmButtonProps): JSX.Element {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked) return undefined;
    const timer = setTimeout(() => setAsked(false), timeToConfirm);
    return () => clearTimeout(timer);
  }, [asked]);
  const press = (): void => {
    setAsked(!asked);
    if (asked) onConfirm();
  };
  return (
    <button type="button" class="button danger" data-testid={name} onClick={press}>
      <span aria-live="polite">{asked ? confirmLabel : label}</span>
    </button>
  );
}
