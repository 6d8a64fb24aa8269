/** Told to stop by Ctrl-C or SIGTERM, once or more often: from the first start-up step to the last of the close. */
export type StopSignal = { readonly came: () => boolean; readonly coming: Promise<void> }

export function listenForStop(): StopSignal {
  let came = false
  const coming = new Promise<void>((resolve) => {
    // Stays until the end: a second signal while closing must not cut the close short.
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        came = true
        resolve()
      })
  })
  return { came: () => came, coming }
}
