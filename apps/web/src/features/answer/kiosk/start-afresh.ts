/** Gives the next person a new page in the place of this one: nothing of it stays in memory, nor in the history. */
export function startAfresh(): void {
  location.replace(location.pathname)
}
