import type { FileDrag, Unlisten } from '../backend';

/** Reports files dragged over a browser's window, as the real window does, and opens the names of what is dropped. */
export function listenForDrags(
  cb: (drag: FileDrag) => void,
  open: (names: string[]) => void,
): Unlisten {
  const over = (event: DragEvent) => {
    event.preventDefault();
    cb('over');
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) cb('gone');
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    cb('gone');
    open(Array.from(event.dataTransfer?.files ?? [], ({ name }) => name));
  };
  window.addEventListener('dragover', over);
  window.addEventListener('dragleave', leave);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('dragleave', leave);
    window.removeEventListener('drop', drop);
  };
}
