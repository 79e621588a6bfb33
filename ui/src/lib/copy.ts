/** Puts a text on the clipboard; false where the page may not use it. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies the text of a field. Where the page may not use the clipboard, it only selects the text and returns false. */
export async function copyFrom(field: HTMLInputElement): Promise<boolean> {
  field.focus();
  field.select();
  return copy(field.value);
}
