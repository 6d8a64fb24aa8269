/** A function of a key's bytes that is worked out once for each array, and forgotten together with it. */
export function remembered<T>(make: (bytes: Uint8Array) => T): (bytes: Uint8Array) => T {
  const known = new WeakMap<Uint8Array, { readonly value: T }>()
  return (bytes) => {
    const found = known.get(bytes)
    if (found) return found.value
    const value = make(bytes)
    known.set(bytes, { value })
    return value
  }
}
