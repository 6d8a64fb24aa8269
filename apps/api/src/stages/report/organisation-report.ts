import { thresholdsOf } from '@chorus/anonymity/policy'
import type { OrganisationReport } from '@chorus/contracts/report'
import type { ReleaseHeader } from '@chorus/db/stores/releases'

/** What the newest release says of the whole organisation, with the words for it: nothing is computed. */
export function organisationReport({
  label,
  closedOn,
  instrument,
  policy,
  summary,
}: ReleaseHeader): OrganisationReport {
  const { wholeStatistics: answers, teams, teamAnswers } = thresholdsOf(policy)
  return {
    wave: { label, closed: closedOn },
    k: policy.k,
    scales: instrument.scales.map(({ id, name }) => ({ id, name })),
    items: instrument.scales.flatMap(({ items }) =>
      items.map(({ id, text, reversed }) => ({ id, text, reversed })),
    ),
    needs: { answers, teams, teamAnswers },
    statistics: summary.statistics ?? null,
  }
}
