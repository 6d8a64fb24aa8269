import { fold } from '@chorus/basics/folded-text'
import { differences, differencesQuery } from '@chorus/contracts/organisation-import'
import { importUnits } from '@chorus/contracts/unit-changes'
import { z } from 'zod'
import type { App } from '../http/zod-app.ts'
import type { WaitingImports } from './waiting-import.ts'

const pageSize = 50

/** What a preview is looked at by: its differences, a page at a time, and the units that a proposal may name. */
export function importPages(app: App, waiting: WaitingImports): void {
  const params = z.object({ import: z.uuid() })

  app.get(
    '/api/organisation/import/:import/differences',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'One page of the differences of a kind, searched by name, id and what changes',
        params,
        querystring: differencesQuery,
        response: { 200: differences },
      },
    },
    async (request) => {
      const plan = await waiting.plan(request, await waiting.find(request, request.params.import))
      const { kind, search, page } = request.query
      const wanted = fold(search.trim())
      const all = plan.differences[kind]
      const found =
        wanted === ''
          ? all
          : all.filter(({ id, name, before, after }) =>
              fold(`${id} ${name} ${before ?? ''} ${after ?? ''}`).includes(wanted),
            )
      return {
        inAll: found.length,
        pageSize,
        rows: found.slice((page - 1) * pageSize, page * pageSize),
      }
    },
  )

  app.get(
    '/api/organisation/import/:import/units',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'The units before and after the import: what can be said to have become of one',
        params,
        response: { 200: importUnits },
      },
    },
    async (request) => {
      const { before, wanted } = await waiting.plan(
        request,
        await waiting.find(request, request.params.import),
      )
      return { before: before.map(named), after: wanted.units.map(named) }
    },
  )
}

function named({ id, name }: { readonly id: string; readonly name: string }) {
  return { id, name }
}
