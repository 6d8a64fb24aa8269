import { z } from 'zod'
import type { App } from './zod-app.ts'

export const apiDescription = {
  openapi: '3.1.0',
  info: {
    title: 'Chorus',
    version: '1.0.0',
    description:
      'Collect -> Seal -> Publish -> Report. Refusals are problem documents (RFC 9457) with a stable code.',
  },
}

/** The description of every route, made from the contracts that the routes are held to. */
export function describeApi(app: App): void {
  app.get(
    '/api/openapi.json',
    {
      config: { permission: 'everybody' },
      schema: {
        summary: 'This description, OpenAPI 3.1',
        response: { 200: z.record(z.string(), z.unknown()) },
      },
    },
    () => ({ ...app.swagger() }),
  )
}
