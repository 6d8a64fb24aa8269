import type { Heatmap, HeatmapOrder } from '@chorus/contracts/report-across-units'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

/** The page before stays in sight until the next one is there. */
export const heatmapQuery = (order: HeatmapOrder, page: number) =>
  queryOptions({
    queryKey: ['reports', 'heatmap', order, page],
    queryFn: () => request<Heatmap>('GET', `/api/reports/heatmap?order=${order}&page=${page}`),
    placeholderData: keepPreviousData,
  })
