/** With so many people a step of long work takes some tens of milliseconds. */
export const peopleInATurn = 10_000

/** Lets requests that wait have their turn, between steps of long work. */
export function turnOfOthers(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
