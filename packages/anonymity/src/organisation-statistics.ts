import { present } from '@chorus/basics/assert'
import type { OrganisationStatistics, ScaleStatistics } from '@chorus/contracts/organisation-statistics'
import type { Cell, Figure, ReleasedWave } from '@chorus/contracts/publish'
import { driversOf } from './drivers.ts'
import { thresholdsOf } from './policy.ts'
import type { PublishInput } from './publish-input.ts'
import { shownCount } from './rules/display-steps.ts'
import { scaleReliability } from './scale-reliability.ts'
import { teamStatistics } from './team-statistics.ts'
import type { Tree } from './tree.ts'

/**
 * What belongs to the whole organisation: how well each scale measures and tells teams apart, and what goes along with engagement.
 * Where the whole does not show a scale, nothing else is said of it.
 * @param written the wave as it will be released
 */
export function organisationStatistics(
  { counts, policy }: PublishInput,
  tree: Tree,
  written: ReleasedWave,
): OrganisationStatistics {
  const { wholeStatistics: answers, teams, teamAnswers } = thresholdsOf(policy)
  const own = counts.ownSums()
  const root = tree.ids[tree.order[0] ?? 0]
  const whole = written.cells.find(({ unit, cut }) => unit === root && Object.keys(cut).length === 0)
  const shownOf = (id: string) => whole?.measures.find((figures) => figures.id === id)
  const { whole: tally } = counts

  function statisticsOf(number: number): ScaleStatistics {
    const { id, items } = present(tally.blocks[number], 'a scale')
    const shown = shownOf(id)
    if (!isShown(shown)) return { scale: id, n: null, ...allProtected }
    return {
      scale: id,
      n: shown.n,
      ...scaleReliability(items, tally.itemsOf(number), answers),
      ...teamStatistics(own, number, { answers, teams, teamAnswers }),
    }
  }

  const allShown =
    isShown(whole) &&
    [...tally.predictors(), tally.outcome].every(
      (number) => number === -1 || isShown(shownOf(tally.blocks[number]?.id ?? '')),
    )
  const respondents = own.respondents.reduce((sum, people) => sum + people, 0)
  const countOf = (n: number): Figure => shownCount(n, policy.k, n === respondents)
  return {
    scales: tally.scales.map(statisticsOf),
    drivers: allShown ? driversOf(tally, answers, countOf) : { absent: 'protected' },
  }
}

function isShown<Shown extends Pick<Cell, 'status'>>(shown: Shown | undefined): shown is Shown {
  return shown?.status === 'published'
}

const hidden = { absent: 'protected' } as const
const allProtected = { alpha: hidden, omega: hidden, items: hidden, teams: hidden, agreement: hidden }
