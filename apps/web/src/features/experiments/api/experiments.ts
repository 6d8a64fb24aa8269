import type {
  Criterion,
  ExperimentChoices,
  Experiments,
  OneExperiment,
  PlanExperiment,
} from '@chorus/contracts/experiments'
import type { Lesson, WriteLesson } from '@chorus/contracts/lessons'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const experimentsKey = ['experiments'] as const

export const experimentsQuery = queryOptions({
  queryKey: experimentsKey,
  queryFn: () => request<Experiments>('GET', '/api/experiments'),
})

export const experimentQuery = (id: string) =>
  queryOptions({
    queryKey: [...experimentsKey, id],
    queryFn: () => request<OneExperiment>('GET', `/api/experiments/${id}`),
  })

export const experimentChoicesQuery = queryOptions({
  queryKey: [...experimentsKey, 'choices'],
  queryFn: () => request<ExperimentChoices>('GET', '/api/experiments/choices'),
})

/** What a form gives: the server says whether its unit is one. */
export type Plan = Omit<PlanExperiment, 'unit'> & { readonly unit: string }

/** @param id of the plan that is changed; null for a new one */
export function savePlan(id: string | null, plan: Plan): Promise<OneExperiment> {
  return id === null
    ? request<OneExperiment>('POST', '/api/experiments', plan)
    : request<OneExperiment>('PUT', `/api/experiments/${id}`, plan)
}

export function takeBackPlan(id: string): Promise<void> {
  return request<void>('DELETE', `/api/experiments/${id}`)
}

export function amendExperiment(id: string, criterion: Criterion): Promise<OneExperiment> {
  return request<OneExperiment>('POST', `/api/experiments/${id}/amendments`, criterion)
}

/** Tells what was learned, and notes that the experiment became it. */
export async function tellLesson(
  id: string,
  lesson: Omit<WriteLesson, 'unit'> & { readonly unit: string },
): Promise<OneExperiment> {
  const told = await request<Lesson>('POST', '/api/lessons', lesson)
  return request<OneExperiment>('PUT', `/api/experiments/${id}/lesson`, { lesson: told.id })
}
