import {
  blackOutExperiment,
  deleteExperiment,
  type ExperimentRow,
  findExperiment,
  listExperiments,
  listExperimentsBy,
} from '@chorus/db/stores/experiments'
import type { TextsOfKind, Told } from '../texts-of-kind.ts'

export const experimentTexts: TextsOfKind = {
  async find(office, key) {
    const row = await findExperiment(office, key)
    return row && told(row)
  },
  async inUnits(office, organisation, units) {
    return (await listExperiments(office, organisation, units, Number.MAX_SAFE_INTEGER)).map(told)
  },
  async by(office, author) {
    return (await listExperimentsBy(office, author)).map(told)
  },
  remove: deleteExperiment,
  blackOut: blackOutExperiment,
}

/** When it was planned is not kept: it stands at the day on which it begins. */
function told(row: ExperimentRow): Told {
  const { id, title, unit, unitName, owner, hypothesis, doing, measure, fromDay, toDay, criterion } = row
  return {
    id,
    title,
    unit: { id: unit, name: unitName },
    author: owner,
    at: new Date(fromDay),
    words: { title, hypothesis, doing },
    facts: {
      measure: measure.id,
      from: fromDay,
      to: toDay,
      criterion: inFigures(criterion),
      amendments: row.amendments.map((one) => `${one.on}: ${inFigures(one)}`),
    },
  }
}

function inFigures({ direction, least }: ExperimentRow['criterion']): string {
  return `${direction} ${least}`
}
