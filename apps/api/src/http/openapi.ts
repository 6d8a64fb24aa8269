import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { cookieName } from '../access/session-cookie.ts'
import type { App } from './zod-app.ts'

export const apiDescription = {
  openapi: '3.1.0',
  info: {
    title: 'Chorus',
    version: '1.0.0',
    description:
      'Collect -> Seal -> Publish -> Report. Refusals are problem documents (RFC 9457) with a stable code.',
  },
  components: {
    securitySchemes: {
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: cookieName,
        description: 'The cookie that POST /api/session sets.',
      },
      personalToken: {
        type: 'http',
        scheme: 'bearer',
        description:
          'A token that a manager or HR makes under /tokens: opens reports and exports with the rights that its owner has at that moment, and nothing else.',
      },
    },
  },
} as const

/** The description of one route: its contract, and how one says who asks. */
export const describeRoute: NonNullable<FastifyDynamicSwaggerOptions['transform']> = (input) => {
  const { schema, url } = jsonSchemaTransform(input)
  const { permission, personalToken } = input.route.config ?? {}
  const session = { session: [] }
  const security = personalToken ? [session, { personalToken: [] }] : [session]
  return { schema: { ...schema, ...(Array.isArray(permission) && { security }) }, url }
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
