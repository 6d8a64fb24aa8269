import type { ReportTarget } from '@chorus/contracts/commons'
import type { TargetKind } from '@chorus/contracts/community'
import { request } from '../../../lib/api/request.ts'

type Target = { readonly kind: TargetKind; readonly id: string }
const addressOf = ({ kind, id }: Target) => `/api/community/moderation/${kind}/${id}`

export const reportText = (target: Target, report: ReportTarget) =>
  request<void>('POST', `${addressOf(target)}/reports`, report)

export const appealHiding = (target: Target, words: string) =>
  request<void>('POST', `${addressOf(target)}/appeal`, { words })
