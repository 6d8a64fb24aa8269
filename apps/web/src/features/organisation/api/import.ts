import type { ImportAnswer } from '@chorus/contracts/organisation'
import type {
  DifferenceKind,
  Differences,
  ImportPreview,
  ImportState,
  UnitChange,
  UploadedImport,
} from '@chorus/contracts/organisation-import'
import type { ImportProgress } from '@chorus/contracts/unit-changes'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'
import { sendStoppable } from '../../../lib/api/send-stoppable.ts'

const address = '/api/organisation/import'

export const importStateQuery = queryOptions({
  queryKey: ['organisation-import'],
  queryFn: () => request<ImportState>('GET', address),
})

export function uploadFiles(files: { people: File; units: File | undefined }): Promise<UploadedImport> {
  const form = new FormData()
  form.append('people', files.people, files.people.name)
  if (files.units) form.append('units', files.units, files.units.name)
  return request('POST', address, form)
}

export function previewImport(
  id: string,
  columns: readonly string[],
  signal: AbortSignal,
): Promise<ImportPreview> {
  return sendStoppable(`${address}/${id}/preview`, { columns }, signal)
}

export function differencesQuery(id: string, kind: DifferenceKind, search: string, page: number) {
  const query = new URLSearchParams({ kind, search, page: String(page) })
  return queryOptions({
    queryKey: ['organisation-import', id, kind, search, page],
    queryFn: () => request<Differences>('GET', `${address}/${id}/differences?${query}`),
    placeholderData: keepPreviousData,
  })
}

export function confirmImport(
  id: string,
  confirmation: { fingerprint: string; number: number | null; history: readonly UnitChange[] },
  signal: AbortSignal,
): Promise<ImportAnswer> {
  return sendStoppable(`${address}/${id}/confirm`, confirmation, signal)
}

/** Asked every second while somebody waits. */
export const importProgressQuery = queryOptions({
  queryKey: ['organisation-import-progress'],
  queryFn: () => request<ImportProgress>('GET', `${address}/progress`),
  refetchInterval: 1000,
  staleTime: 0,
  gcTime: 0,
})

export function discardImport(id: string): Promise<void> {
  return request('DELETE', `${address}/${id}`)
}

export function undoImport(): Promise<void> {
  return request('POST', `${address}/undo`)
}
