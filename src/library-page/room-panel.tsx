import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { LibraryCare } from '../library/library-care.ts';
import type { Room } from '../library/room.ts';
import type { LibraryRow } from '../library/rows.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { formatBytes } from '../ui/bytes.ts';
import { ConfirmButton } from './confirm-button.tsx';
import type { RowActions } from './row-actions.ts';

interface RoomPanelProps {
  care: LibraryCare;
  /** All rows there are, with archive and bin. */
  rows: readonly LibraryRow[];
  actions: RowActions;
  onClose: () => void;
}

/** What the library takes, and what of it can be given back: the bin, and the largest articles. A full store has no room for marks either, so nothing goes by way of the bin. */
export function RoomPanel({ care, rows, actions, onClose }: RoomPanelProps): JSX.Element | null {
  const room = useRoom(care, rows);
  if (room === undefined) return null;
  const { used, quota, bin, largest } = room;
  const binned = rows.filter(({ id }) => bin.ids.includes(id));
  return (
    <section class="room" aria-label={t('roomTitle')} data-testid="room">
      <header>
        <h2>{t('roomTitle')}</h2>
        <p>{quota > 0 ? t('roomUsedOf', formatBytes(used), formatBytes(quota)) : t('storageUsed', formatBytes(used))}</p>
        <button type="button" class="icon-button" data-testid="room-close" title={t('close')} onClick={onClose}><CloseIcon /></button>
      </header>
      <ul>
        <li>
          <span>{bin.ids.length === 0 ? t('binEmpty') : t('roomBin', bin.ids.length, formatBytes(bin.bytes))}</span>
          {binned.length > 0 && (
            <ConfirmButton name="empty-bin" label={t('roomEmptyBin')} confirmLabel={t('removeForGoodConfirm', binned.length)} onConfirm={() => actions.removeForGood(binned)} />
          )}
        </li>
        {largest.map(({ row, bytes }) => (
          <li key={row.id} data-testid="room-article">
            <span class="room-title" dir="auto">{row.title || t('untitled')}</span>
            {bytes > 0 && <span class="room-size">{formatBytes(bytes)}</span>}
            <ConfirmButton name="room-remove" label={t('removeForGood')} confirmLabel={t('removeForGoodConfirm', 1)} onConfirm={() => actions.removeForGood([row])} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function useRoom(care: LibraryCare, rows: readonly LibraryRow[]): Room | undefined {
  const [room, setRoom] = useState<Room>();
  useEffect(() => {
    const life = new AbortController();
    void care.measureRoom(rows).then(
      (measured) => { if (!life.signal.aborted) setRoom(measured); },
      (error: unknown) => console.error('the library could not be measured', error),
    );
    return () => life.abort();
  }, [care, rows]);
  return room;
}
