import type { ConcernState } from '@chorus/contracts/concerns'
import type { MessageId } from './message-id.ts'

/** How a concern stands, for its sender and for whoever reads it. */
export const concernStateWords: Readonly<Record<ConcernState, MessageId>> = {
  new: 'concern.state.new',
  read: 'concern.state.read',
  'in work': 'concern.state.in-work',
  closed: 'concern.state.closed',
}
