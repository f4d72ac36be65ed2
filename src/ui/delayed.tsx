import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Shows its children only if it is still there after a moment, so that quick answers never flicker. */
export function Delayed({ milliseconds, children }: { milliseconds: number; children: ComponentChildren }): JSX.Element | null {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return due ? <>{children}</> : null;
}
