import type { Finding } from './auditor/finding.ts'
import type { LayerMask, Masks } from './masks.ts'

/** Layers whose categories are not shown, because nobody could prove in bounded time that they are safe. */
export class WithdrawnCuts {
  #everywhere = false
  /** Blocks that show no category finer than a mean, and blocks that show none at all. */
  readonly #fine = new Set<string>()
  readonly #means = new Set<string>()

  /**
   * Takes back what the auditor could not prove: of a block first what is finer than means, then its means; where not even the numbers
   * of answers are proven, all cuts. This depends on head counts only, as the proof does.
   * @returns false when there is nothing left to take back
   */
  takeBack(findings: readonly Finding[], blockOf: (measure: string) => string): boolean {
    const unproven = findings.filter(({ finding }) => finding === 'unproven')
    if (unproven.length === 0 || this.#everywhere) return false
    const blocks = new Set(unproven.map(({ measure }) => (measure === null ? null : blockOf(measure))))
    for (const block of blocks) {
      if (block === null || this.#means.has(block)) this.#everywhere = true
      else if (this.#fine.has(block)) this.#means.add(block)
      else this.#fine.add(block)
    }
    return true
  }

  /** @param ids of the blocks, in the order of the masks */
  from(masks: Masks, ids: readonly string[]): Masks {
    return {
      cells: this.#everywhere ? withoutCuts(masks.cells) : masks.cells,
      blocks: masks.blocks.map(({ means, favourable, agreement, detail }, at) => {
        const id = ids[at] ?? ''
        const noMeans = this.#everywhere || this.#means.has(id)
        const fine = noMeans || this.#fine.has(id) ? withoutCuts : unchanged
        return {
          means: noMeans ? withoutCuts(means) : means,
          favourable: fine(favourable),
          agreement: fine(agreement),
          detail: fine(detail),
        }
      }),
    }
  }
}

function withoutCuts({ units }: LayerMask): LayerMask {
  return { units, cuts: [] }
}

function unchanged(mask: LayerMask): LayerMask {
  return mask
}
