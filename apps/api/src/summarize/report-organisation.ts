import { thresholdsOf } from '@chorus/anonymity/policy'
import type {
  Drivers,
  Estimate,
  PlainFigure,
  ScaleStatistics,
  WhyAbsent,
} from '@chorus/contracts/organisation-statistics'
import type { Band, Release } from '@chorus/contracts/publish'
import { escapeHtml } from './html.ts'
import { namesOf } from './report-series.ts'
import { countText } from './shown-words.ts'

/** How far the figures carry: reliability, differences between teams and drivers of the last wave, as it was released. */
export function organisationSection({ waves, instrument, policy }: Release): string {
  const last = waves.at(-1)
  const statistics = last?.organisation.statistics
  if (!last || !statistics || statistics.scales.length === 0) return ''
  const names = namesOf({ instrument })
  const nameOf = (id: string) => escapeHtml(names.get(id) ?? id)
  const { wholeStatistics, teams, teamAnswers } = thresholdsOf(policy)
  const whyOf = (why: WhyAbsent) => reasons(wholeStatistics, teams, teamAnswers)[why]
  const cards = statistics.scales.map((scale) => scaleCard(scale, nameOf, whyOf)).join('')
  const { drivers } = statistics
  return `<section id="organisation"><h2>How far the figures carry</h2><p class="soft">The whole organisation in wave ${escapeHtml(last.id)}; none of this is ever shown for a part of it.</p><div class="cards">${
    'absent' in drivers
      ? `<article><h3>What engagement goes along with</h3><p class="verdict">${whyOf(drivers.absent)}</p></article>`
      : driversCard(drivers, nameOf)
  }${cards}</div></section>`
}

type NameOf = (id: string) => string
type WhyOf = (why: WhyAbsent) => string

function scaleCard(scale: ScaleStatistics, nameOf: NameOf, whyOf: WhyOf): string {
  const { alpha, omega, teams, agreement, items, n } = scale
  const ofTeams =
    'absent' in teams
      ? [absentRow('Differences between teams', whyOf(teams.absent))]
      : [
          row('ICC(1)', two(teams.icc1.value), teams.icc1.interval),
          figureRow('ICC(2)', teams.icc2, whyOf),
          row('F', two(teams.f)),
          row('Design effect', two(teams.designEffect)),
        ]
  const ofAgreement =
    'absent' in agreement
      ? [absentRow('Agreement inside teams', whyOf(agreement.absent))]
      : [
          row('Mean r_wg(j), uniform null', two(agreement.uniform)),
          figureRow('Mean r_wg(j), slightly skewed null', agreement.slightSkew, whyOf),
        ]
  const rows = [
    figureRow('Omega', omega, whyOf),
    figureRow('Alpha', alpha, whyOf),
    ...ofTeams,
    ...ofAgreement,
  ]
  const itemRows = Array.isArray(items)
    ? items.map(
        ({ id, itemRest, alphaIfDeleted }) =>
          `<tr><th scope="row">${nameOf(id)}</th><td>${two(itemRest)}</td><td>${alphaIfDeleted === null ? '–' : two(alphaIfDeleted)}</td></tr>`,
      )
    : []
  const itemTable =
    itemRows.length === 0
      ? ''
      : `<table><thead><tr><th scope="col">Item</th><th scope="col">Item-rest r</th><th scope="col">Alpha without</th></tr></thead><tbody>${itemRows.join('')}</tbody></table>`
  return `<article><h3>${nameOf(scale.scale)}</h3><p class="verdict">${sayings(scale, whyOf)}${n === null ? '' : ` From ${countText(n)} complete answers.`}</p>
<details><summary>Figures</summary><div class="scroll"><table><thead><tr><th scope="col">Figure</th><th scope="col">Value</th><th scope="col">95 % interval</th></tr></thead><tbody>${rows.join('')}</tbody></table>${itemTable}</div></details></article>`
}

/** What they say in words, as the page for HR puts it. */
function sayings({ omega, teams }: ScaleStatistics, whyOf: WhyOf): string {
  const measures =
    'absent' in omega
      ? `How reliably it measures is not shown: ${whyOf(omega.absent)}.`
      : omega.value >= 0.8
        ? 'Measures reliably.'
        : omega.value >= 0.7
          ? 'Measures well enough to compare groups.'
          : 'Its statements hardly belong together: read the items rather than the mean.'
  if ('absent' in teams) return `${measures} Whether teams differ is not shown: ${whyOf(teams.absent)}.`
  return teams.differ
    ? `${measures} Teams differ by more than chance explains.`
    : `${measures} No difference between teams could be detected: a ranking would be one of chance, and there is none.`
}

function driversCard({ outcome, n, rSquared, scales }: Drivers, nameOf: NameOf): string {
  const rows = scales
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ scale, weight, interval, aboveRandom, direction }) => {
      const chance =
        aboveRandom === null ? '–' : aboveRandom.lo > 0 ? 'more than chance' : 'not told from chance'
      return `<tr><th scope="row">${nameOf(scale)}</th><td>${direction === 'negative' ? '−' : '+'}</td><td>${two(weight)}</td><td>${interval ? intervalText(interval) : '–'}</td><td>${chance}</td></tr>`
    })
  return `<article><h3>What engagement goes along with</h3><p class="verdict">Together the scales go along with ${Math.round(rSquared * 100)} % of the differences in “${nameOf(outcome)}”, from ${countText(n)} complete answers. That is not yet a cause.</p>
<details open><summary>Relative weights</summary><div class="scroll"><table><thead><tr><th scope="col">Scale</th><th scope="col">Sign</th><th scope="col">Weight</th><th scope="col">95 % interval</th><th scope="col">Beside a random scale</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></details></article>`
}

function figureRow(name: string, figure: Estimate | PlainFigure, whyOf: WhyOf): string {
  if ('absent' in figure) return absentRow(name, whyOf(figure.absent))
  return row(name, two(figure.value), 'interval' in figure ? figure.interval : null)
}

function absentRow(name: string, why: string): string {
  return `<tr><th scope="row">${name}</th><td class="why" colspan="2">${why}</td></tr>`
}

function row(name: string, value: string, interval: Band | null = null): string {
  return `<tr><th scope="row">${name}</th><td>${value}</td><td>${interval ? intervalText(interval) : '–'}</td></tr>`
}

function intervalText({ lo, hi }: Band): string {
  return `${two(lo)} to ${two(hi)}`
}

function two(value: number): string {
  return value.toFixed(2).replace('-', '−')
}

function reasons(answers: number, teams: number, teamAnswers: number): Record<WhyAbsent, string> {
  return {
    'too-few-answers': `fewer than ${answers} complete answers`,
    'too-few-items': 'fewer than three items',
    'too-few-teams': `fewer than ${teams} teams with ${teamAnswers} answers each`,
    'too-few-scales': 'fewer than two scales',
    'too-alike': 'answers are too much alike to say more',
    'no-fit': 'the answers do not fit the model',
    'no-difference': 'teams do not differ',
    'no-reference': 'no published comparison for so many points',
    'not-asked': 'engagement was not asked',
    protected: 'not shown, to protect anonymity',
  }
}
