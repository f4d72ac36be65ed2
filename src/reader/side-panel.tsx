import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { Settings } from '../settings.ts';
import { KeysPanel } from './keys-panel.tsx';
import type { OpenPanel } from './tool-column.tsx';
import { TypographyPanel } from './typography-panel.tsx';

interface SidePanelProps {
  panel: OpenPanel | undefined;
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
  onClose: () => void;
}

/** The card beside the text, if one is open; the outline has a place of its own. */
export function SidePanel({ panel, settings, onChange, onClose }: SidePanelProps): JSX.Element | null {
  if (panel === 'typography') return <TypographyPanel settings={settings} onChange={onChange} onClose={onClose} />;
  return panel === 'keys' ? <KeysPanel onClose={onClose} /> : null;
}

/** Which panel is open; opening one closes the other. */
export function usePanel(): { panel: OpenPanel | undefined; toggle: (name: OpenPanel) => void; close: () => void } {
  const [panel, setPanel] = useState<OpenPanel>();
  const toggle = useCallback((name: OpenPanel) => setPanel((open) => (open === name ? undefined : name)), []);
  const close = useCallback(() => setPanel(undefined), []);
  return { panel, toggle, close };
}
