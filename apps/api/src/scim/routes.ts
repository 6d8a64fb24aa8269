import { listScimPeople } from '@chorus/db/stores/scim-people'
import { readScimSettings, type ScimSettings } from '@chorus/db/stores/scim-settings'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { scimClientOf } from '../http/permission.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { groupKind, type ResourceKind } from './attributes.ts'
import { type Change, change } from './change.ts'
import { resourceTypes, schemas, serviceProviderConfig } from './discovery.ts'
import { sendScimErrors } from './error-handler.ts'
import { createGroup, deleteGroup, findGroup, patchGroup, replaceGroup, showGroup } from './groups.ts'
import type { JsonObject } from './json.ts'
import { listGroups } from './list-groups.ts'
import { parsePath } from './parse-filter.ts'
import { readFilter } from './read-filter.ts'
import { isNamed, type ListQuery, listQuery, listResponse, oneParams, oneQuery, pageOf } from './requests.ts'
import { ScimError } from './scim-error.ts'
import { selectAttributes } from './select-attributes.ts'
import { sortField, userCondition } from './user-condition.ts'
import { type UserKind, userKindFor } from './user-kind.ts'
import { showUser } from './user-resource.ts'
import { createUser, deleteUser, findUser, patchUser, replaceUser } from './users.ts'
import { versionOf } from './with-meta.ts'

/** A Group with all of its members, some 100 bytes each. */
const largestBodyBytes = 10 * 1024 * 1024
const mediaType = 'application/scim+json; charset=utf-8'

type Asked = Pick<ListQuery, 'attributes' | 'excludedAttributes'>
type Write = (change: Change, id: string, body: unknown, ifMatch: string | undefined) => Promise<JsonObject>
type Kind = {
  readonly name: ResourceKind['name']
  readonly kindIn: (settings: ScimSettings) => ResourceKind
  readonly create: (change: Change, body: unknown) => Promise<JsonObject>
  readonly replace: Write
  readonly patch: Write
  readonly remove: (change: Change, id: string, ifMatch: string | undefined) => Promise<void>
  /** @param settings as they are now */
  readonly find: (organisation: string, id: string, settings: ScimSettings) => Promise<JsonObject>
  readonly list: (
    organisation: string,
    query: ListQuery,
    settings: ScimSettings,
  ) => Promise<{ total: number; found: JsonObject[] }>
}

/**
 * SCIM 2.0 (RFC 7643, RFC 7644) for identity providers: people as Users, units as Groups. It is described by its own /Schemas, and not
 * in the description of the API.
 */
export async function scimRoutes(app: App, parts: Parts): Promise<void> {
  await app.register(
    async (plain) => {
      const scim = plain.withTypeProvider<ZodTypeProvider>()
      scim.addContentTypeParser(
        'application/scim+json',
        { parseAs: 'string', bodyLimit: largestBodyBytes },
        scim.getDefaultJsonParser('error', 'error'),
      )
      sendScimErrors(scim, parts.report)
      scim.setNotFoundHandler(() => {
        throw new ScimError(
          404,
          'There is nothing at this address: try /Users, /Groups or /ServiceProviderConfig',
        )
      })
      discoveryRoutes(scim, parts)
      for (const kind of [users(parts), groups(parts)]) resourceRoutes(scim, parts, kind)
    },
    { prefix: '/scim/v2' },
  )
}

const config = { permission: 'scim' } as const

function discoveryRoutes(scim: App, parts: Parts): void {
  const schema = { hide: true }
  const usersOf = async (request: FastifyRequest) => userKindFor(await settingsOf(parts, request))
  scim.get('/ServiceProviderConfig', { config, schema }, (_, reply) =>
    send(reply, 200, serviceProviderConfig),
  )
  for (const [path, all] of [
    ['/ResourceTypes', resourceTypes],
    ['/Schemas', schemas],
  ] as const) {
    scim.get(path, { config, schema }, async (request, reply) => {
      const listed = all(await usersOf(request))
      return send(reply, 200, listResponse({ skip: 0 }, listed.length, listed))
    })
    scim.get(`${path}/:id`, { config, schema: { hide: true, params: oneParams } }, async (request, reply) => {
      const one = all(await usersOf(request)).find(({ id }) => id === request.params.id)
      if (!one) throw new ScimError(404, 'There is nothing with this id')
      return send(reply, 200, one)
    })
  }
}

function settingsOf({ database }: Parts, request: FastifyRequest): Promise<ScimSettings> {
  return readScimSettings(database.office, scimClientOf(request).organisation)
}

function resourceRoutes(scim: App, parts: Parts, { name, kindIn, ...does }: Kind): void {
  const path = `/${name}s`
  const one = { hide: true, params: oneParams, querystring: oneQuery }
  const changed = (request: FastifyRequest, work: (change: Change) => Promise<JsonObject>) =>
    change(parts, scimClientOf(request), async (change) => ({
      kind: kindIn(change.settings),
      resource: await work(change),
    }))

  scim.get(path, { config, schema: { hide: true, querystring: listQuery } }, async (request, reply) => {
    const settings = await settingsOf(parts, request)
    const { total, found } = await does.list(scimClientOf(request).organisation, request.query, settings)
    const kind = kindIn(settings)
    const resources = found.map((resource) => selectAttributes(kind, resource, request.query))
    return send(reply, 200, listResponse(pageOf(request.query), total, resources))
  })

  scim.get(`${path}/:id`, { config, schema: one }, async (request, reply) => {
    const settings = await settingsOf(parts, request)
    const resource = await does.find(scimClientOf(request).organisation, request.params.id, settings)
    const known = request.headers['if-none-match']
    if (known !== undefined && isNamed(known, versionOf(resource))) return reply.code(304).send()
    return sendResource(reply, 200, { kind: kindIn(settings), resource }, request.query)
  })

  scim.post(
    path,
    { config, bodyLimit: largestBodyBytes, schema: { hide: true, querystring: oneQuery } },
    async (request, reply) => {
      const made = await changed(request, (change) => does.create(change, request.body))
      return sendResource(reply, 201, made, request.query)
    },
  )

  for (const [method, write] of [
    ['PUT', does.replace],
    ['PATCH', does.patch],
  ] as const)
    scim.route({
      method,
      url: `${path}/:id`,
      config,
      bodyLimit: largestBodyBytes,
      schema: one,
      handler: async (request, reply) => {
        const { id } = request.params
        const ifMatch = request.headers['if-match']
        const after = await changed(request, (change) => write(change, id, request.body, ifMatch))
        return sendResource(reply, 200, after, request.query)
      },
    })

  scim.delete(`${path}/:id`, { config, schema: one }, async (request, reply) => {
    const ifMatch = request.headers['if-match']
    await change(parts, scimClientOf(request), (change) => does.remove(change, request.params.id, ifMatch))
    return reply.code(204).send()
  })
}

function users({ database: { office: tx } }: Parts): Kind {
  return {
    name: 'User',
    kindIn: userKindFor,
    create: createUser,
    replace: replaceUser,
    patch: patchUser,
    remove: deleteUser,
    find: async (organisation, id, settings) => showUser(await findUser({ tx, organisation }, id), settings),
    list: async (organisation, query, settings) => {
      const kind = userKindFor(settings)
      const { total, people } = await listScimPeople(tx, organisation, {
        condition:
          query.filter === undefined ? { kind: 'always' } : userCondition(kind, readFilter(query.filter)),
        sort: sortOf(kind, query),
        ...pageOf(query),
      })
      return { total, found: people.map((person) => showUser(person, settings)) }
    },
  }
}

function sortOf(kind: UserKind, { sortBy, sortOrder }: ListQuery) {
  if (sortBy === undefined) return null
  const path = parsePath(sortBy)
  if (!path.ok)
    throw new ScimError(400, `"${sortBy.slice(0, 100)}" is not the name of an attribute`, 'invalidPath')
  const field = sortField(kind, path.value)
  return field && { field, descending: sortOrder === 'descending' }
}

function groups({ database: { office: tx } }: Parts): Kind {
  return {
    name: 'Group',
    kindIn: () => groupKind,
    create: createGroup,
    replace: replaceGroup,
    patch: patchGroup,
    remove: deleteGroup,
    find: async (organisation, id) => showGroup(await findGroup({ tx, organisation }, id)),
    list: async (organisation, query) => {
      const { total, groups } = await listGroups({ tx, organisation }, query)
      return { total, found: groups }
    },
  }
}

function sendResource(
  reply: FastifyReply,
  status: number,
  { kind, resource }: { readonly kind: ResourceKind; readonly resource: JsonObject },
  asked: Asked,
): FastifyReply {
  const { meta } = resource
  const location =
    typeof meta === 'object' && meta !== null && 'location' in meta ? String(meta.location) : ''
  reply.headers({ etag: versionOf(resource), ...(status === 201 ? { location } : {}) })
  return send(reply, status, selectAttributes(kind, resource, asked))
}

function send(reply: FastifyReply, status: number, body: object): FastifyReply {
  return reply.code(status).type(mediaType).send(JSON.stringify(body))
}
