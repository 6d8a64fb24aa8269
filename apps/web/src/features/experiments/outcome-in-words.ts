import type { CannotTell, ExperimentOutcome } from '@chorus/contracts/experiments'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import type { Translate } from '../../lib/i18n/texts.ts'

type Told = Extract<ExperimentOutcome, { status: 'told' }>

const results: Readonly<Record<Told['result'], MessageId>> = {
  reached: 'experiments.result.reached',
  'less than hoped': 'experiments.result.less',
  'other way': 'experiments.result.other-way',
  'no change shown': 'experiments.result.no-change',
}

const reasons: Readonly<Record<CannotTell, MessageId>> = {
  'not open to you': 'experiments.cannot.not-open',
  'no wave in the window': 'experiments.cannot.no-wave',
  'no wave before': 'experiments.cannot.no-wave-before',
  'not asked': 'experiments.cannot.not-asked',
  'too few': 'experiments.cannot.too-few',
  'questionnaire changed': 'experiments.cannot.questionnaire',
  'unit changed': 'experiments.cannot.unit',
}

/** What came of an experiment, in a sentence. */
export function outcomeInWords(outcome: ExperimentOutcome, t: Translate): string {
  return t(outcome.status === 'told' ? results[outcome.result] : reasons[outcome.why])
}
