import type {
  AddReviewActionSent,
  OpenReviewSent,
  Review,
  ReviewNames,
  ReviewPart,
  ReviewParts,
  ReviewPeople,
  ReviewState,
  Reviews,
  SetReviewPeople,
} from '@chorus/contracts/reviews'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const reviewsQuery = queryOptions({
  queryKey: ['reviews'],
  queryFn: () => request<Reviews>('GET', '/api/reviews'),
})

export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', id],
    queryFn: () => request<Review>('GET', `/api/reviews/${id}`),
  })

export const reviewPeopleQuery = (unit: string) =>
  queryOptions({
    queryKey: ['review-people', unit],
    queryFn: () => request<ReviewPeople>('GET', `/api/reviews/people?unit=${encodeURIComponent(unit)}`),
  })

/** Asked anew each time: it follows what was just written. */
export const reviewNamesQuery = (id: string) =>
  queryOptions({
    queryKey: ['review-names', id],
    queryFn: () => request<ReviewNames>('GET', `/api/reviews/${id}/names`),
    staleTime: 0,
  })

export const openReview = (given: OpenReviewSent) => request<Review>('POST', '/api/reviews', given)

export const writePart = <Part extends ReviewPart>(
  id: string,
  part: Part,
  revision: number,
  content: ReviewParts[Part],
) => request<Review>('PUT', `/api/reviews/${id}/parts/${part}`, { revision, content })

export const moveReview = (id: string, state: ReviewState) =>
  request<Review>('PUT', `/api/reviews/${id}/state`, { state })

export const setReviewPeople = (id: string, given: { facilitator: string; participants: string[] }) =>
  request<Review>('PUT', `/api/reviews/${id}/people`, given satisfies Record<keyof SetReviewPeople, unknown>)

export const takeReviewBack = (id: string) => request<undefined>('DELETE', `/api/reviews/${id}`)

export const makeMoment = (id: string, place: number) =>
  request<Review>('POST', `/api/reviews/${id}/lessons/${place}/moment`)

export const addReviewAction = (id: string, given: AddReviewActionSent) =>
  request<Review>('POST', `/api/reviews/${id}/actions`, given)
