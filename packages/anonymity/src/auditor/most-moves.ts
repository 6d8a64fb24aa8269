/** At most so many people went from one group to another, by numbers of groups. */
export type PossibleMove = { readonly from: number; readonly to: number; readonly most: number }

/**
 * How many went each of these ways if as many moved as can have: a greatest flow, found by augmenting paths (Ford & Fulkerson 1956).
 * @param gone per group of the earlier wave the people who are still to be placed
 * @param come per group of the new one the places for them
 * @returns per possible move its people
 */
export function mostMoves(moves: readonly PossibleMove[], gone: Int32Array, come: Int32Array): Int32Array {
  const people = new Int32Array(moves.length)
  const [left, open] = [gone.slice(), come.slice()]
  const outOf = movesBy(moves, ({ from }) => from)
  const into = movesBy(moves, ({ to }) => to)
  // From where a search found no place none is ever found: what is reached from there stays among itself.
  const isDead = new Uint8Array(gone.length)
  for (const group of outOf.keys())
    while ((left[group] ?? 0) > 0) {
      const path = pathToAPlace(group)
      if (!path) break
      const last = moves[path.at(-1) ?? -1]?.to ?? -1
      const room = path.map((move, step) => (step % 2 === 0 ? roomOf(move) : (people[move] ?? 0)))
      const pushed = Math.min(left[group] ?? 0, open[last] ?? 0, ...room)
      path.forEach((move, step) => {
        people[move] = (people[move] ?? 0) + (step % 2 === 0 ? pushed : -pushed)
      })
      left[group] = (left[group] ?? 0) - pushed
      open[last] = (open[last] ?? 0) - pushed
    }
  return people

  function roomOf(move: number): number {
    return (moves[move]?.most ?? 0) - (people[move] ?? 0)
  }

  /** Moves with room and moves to be taken back, by turns; the last one leads where there is a place. */
  function pathToAPlace(start: number): number[] | null {
    const cameBy = new Map<number, number | null>([[start, null]])
    const enteredBy = new Map<number, number>()
    for (const group of cameBy.keys()) {
      if (isDead[group]) continue
      for (const move of outOf.get(group) ?? []) {
        const to = moves[move]?.to ?? -1
        if (roomOf(move) <= 0 || enteredBy.has(to)) continue
        enteredBy.set(to, move)
        if ((open[to] ?? 0) > 0) return pathBack(to)
        for (const other of into.get(to) ?? []) {
          const from = moves[other]?.from ?? -1
          if ((people[other] ?? 0) > 0 && !cameBy.has(from)) cameBy.set(from, other)
        }
      }
    }
    for (const group of cameBy.keys()) isDead[group] = 1
    return null

    function pathBack(end: number): number[] {
      const path: number[] = []
      for (let to = end; ; ) {
        const move = enteredBy.get(to) ?? -1
        path.push(move)
        const undone = cameBy.get(moves[move]?.from ?? -1)
        if (undone === null || undone === undefined) return path.reverse()
        path.push(undone)
        to = moves[undone]?.to ?? -1
      }
    }
  }
}

function movesBy(
  moves: readonly PossibleMove[],
  groupOf: (move: PossibleMove) => number,
): Map<number, number[]> {
  const by = new Map<number, number[]>()
  moves.forEach((move, number) => {
    const group = groupOf(move)
    const known = by.get(group)
    if (known) known.push(number)
    else by.set(group, [number])
  })
  return by
}
