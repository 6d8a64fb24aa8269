import type { ImportAnswer } from '@chorus/contracts/organisation'
import type {
  DifferenceKind,
  Differences,
  ImportPreview,
  ImportState,
  UnitChange,
  UploadedImport,
} from '@chorus/contracts/organisation-import'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

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

export function previewImport(id: string, columns: readonly string[]): Promise<ImportPreview> {
  return request('POST', `${address}/${id}/preview`, { columns })
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
): Promise<ImportAnswer> {
  return request('POST', `${address}/${id}/confirm`, confirmation)
}

export function discardImport(id: string): Promise<void> {
  return request('DELETE', `${address}/${id}`)
}

export function undoImport(): Promise<void> {
  return request('POST', `${address}/undo`)
}
