/** The element that holds the toasts, which lie above dialogs. */
export const TOASTS_ID = 'toasts';

/** Lets a dialog stay open when a toast above it is pressed. */
export function keepOpenForToasts(event: Event): void {
  const pressed = event.target;
  if (pressed instanceof Element && pressed.closest(`#${TOASTS_ID}`)) event.preventDefault();
}

/** Whether an element is drawn at all; where that cannot be told, it is. */
const isShown = (element: HTMLElement): boolean =>
  'checkVisibility' in element ? element.checkVisibility() : true;

/** When a dialog opens, focuses its first field rather than its close button. Without a field the default applies. */
export function focusFirstField(event: Event, dialog: HTMLElement | null): void {
  const fields = dialog?.querySelectorAll<HTMLElement>(
    'input:not([readonly]), textarea, select, [role=slider]',
  );
  const field = [...(fields ?? [])].find(isShown);
  if (!field) return;
  event.preventDefault();
  field.focus();
}
