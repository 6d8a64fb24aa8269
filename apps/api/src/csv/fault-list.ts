import type { Fault } from '@chorus/contracts/problems'

/** The faults of the files of one run: all are counted, the first ones are kept to be shown. */
export type Faults = { readonly faults: readonly Fault[]; readonly inAll: number }

export class FaultList implements Faults {
  readonly faults: Fault[] = []
  inAll = 0
  readonly #kept: number

  constructor(kept = 20) {
    this.#kept = kept
  }

  add(fault: Fault): void {
    this.inAll++
    if (this.faults.length < this.#kept) this.faults.push(fault)
  }

  addAll({ faults, inAll }: Faults): void {
    for (const fault of faults) this.add(fault)
    this.inAll += inAll - faults.length
  }
}

/** One fault as a line for people: where, then what. */
export function faultLine({ file, line, column, message }: Fault): string {
  const place = [file, line === null ? null : `line ${line}`, column === null ? null : `column ${column}`]
  return `${place.filter((part) => part !== null).join(', ')}: ${message}`
}
