/** A `ref` for a form that opens at somebody's wish: its first field has the focus. */
export function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea')?.focus()
}
