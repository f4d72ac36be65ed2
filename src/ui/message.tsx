import type { ComponentChildren, JSX } from 'preact';

interface MessageProps {
  icon: JSX.Element;
  title: string;
  /** What it means or what to do. */
  text: string;
  /** Buttons, where there is something to do here. */
  children?: ComponentChildren;
}

/** A state in words: what is the case, and what one can do. */
export function Message({ icon, title, text, children }: MessageProps): JSX.Element {
  return (
    <div class="message" data-testid="message" role="status">
      {icon}
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
