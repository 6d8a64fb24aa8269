import type { ConcernState } from '@chorus/contracts/concerns'
import type { MessageId } from '../../lib/i18n/message-id.ts'

export const stateWords: Readonly<Record<ConcernState, MessageId>> = {
  new: 'concern.state.new',
  read: 'concern.state.read',
  'in work': 'concern.state.in-work',
  closed: 'concern.state.closed',
}
