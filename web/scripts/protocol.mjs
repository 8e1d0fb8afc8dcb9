// Writes src/protocol/generated.ts from the JSON Schemas and the OpenAPI document in `schemas`.
//
//   node scripts/protocol.mjs          writes the file
//   node scripts/protocol.mjs --check  fails when the file is not what it would write
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'json-schema-to-typescript'
import { format, resolveConfig } from 'prettier'
import { parse } from 'yaml'

const WEB = join(dirname(fileURLToPath(import.meta.url)), '..')
const CONTRACT = join(WEB, '../schemas/src/main/resources/parley')
const TARGET = join(WEB, 'src/protocol/generated.ts')

/** Where schemas are, and what the types made of them are called. */
const SOURCES = [
  { directory: 'frames/in', name: (file) => `Client${pascal(file)}` },
  { directory: 'frames/out', name: (file) => `Server${pascal(file)}` },
  { directory: 'frames/public/in', name: (file) => `Visitor${pascal(file)}` },
  { directory: 'frames/public/out', name: (file) => `Public${pascal(file)}` },
  { directory: 'views', name: (file) => `${pascal(file)}View` },
  {
    directory: 'events',
    only: /^parley\.room\.\w+\.v1$/,
    name: (file) => `${pascal(file.split('.')[2])}Event`,
  },
]

/** The parts of openapi.yaml that no view covers. */
const OPENAPI = ['GuestSession', 'Start', 'NewMessage', 'NewUser', 'CreatedUser', 'RoomSettings']

function pascal(name) {
  return name.replace(/(^|_)([a-z])/g, (_, __, letter) => letter.toUpperCase())
}

async function sources() {
  const found = new Map()
  const common = JSON.parse(await readFile(join(CONTRACT, 'common.json'), 'utf8'))
  for (const [name, schema] of Object.entries(common.$defs)) {
    found.set(`common.json#/$defs/${name}`, { name: pascal(name), schema, file: 'common.json' })
  }
  for (const { directory, only = /./, name } of SOURCES) {
    for (const entry of (await readdir(join(CONTRACT, directory))).sort()) {
      const file = posix.join(directory, entry)
      const base = entry.replace(/\.json$/, '')
      if (!entry.endsWith('.json') || !only.test(base)) continue
      const schema = JSON.parse(await readFile(join(CONTRACT, file), 'utf8'))
      found.set(file, {
        name: name(base),
        schema: directory === 'events' ? told(schema) : schema,
        file,
      })
      for (const [part, inner] of Object.entries(schema.$defs ?? {})) {
        found.set(`${file}#/$defs/${part}`, {
          name: name(base) + pascal(part),
          schema: inner,
          file,
        })
      }
    }
  }
  const { components } = parse(await readFile(join(CONTRACT, 'openapi.yaml'), 'utf8'), {
    merge: true,
  })
  for (const [name, schema] of Object.entries(components.schemas)) {
    found.set(`openapi.yaml#/components/schemas/${name}`, { name, schema, file: 'openapi.yaml' })
  }
  return { found, problems: problemCodes(components.responses) }
}

/** What a room's history tells of an event: its type and its data, not the envelope of the log. */
function told({ description, properties: { type, data } }) {
  return { description, type: 'object', required: ['type', 'data'], properties: { type, data } }
}

function problemCodes(responses) {
  const codes = Object.values(responses).flatMap((response) => {
    const code = response.content['application/problem+json']?.schema.properties?.code
    return code?.enum ?? (code?.const ? [code.const] : [])
  })
  return [...new Set(codes)].sort()
}

/** What does not change a type. */
const UNTOLD = ['$schema', '$id', '$defs', 'title', 'examples', 'example', 'pattern', 'format']

/** The schema with references within one document only. */
function linked(node, file, found) {
  if (Array.isArray(node)) return node.map((item) => linked(item, file, found))
  if (node === null || typeof node !== 'object') return node
  if (typeof node.$ref === 'string') {
    const [path, fragment] = node.$ref.split('#')
    const target = path === '' ? file : posix.join(posix.dirname(file), path)
    const key = fragment === undefined ? target : `${target}#${fragment}`
    if (!found.has(key)) throw new Error(`${file} refers to ${key}, which no type is made of`)
    return { $ref: `#/$defs/${found.get(key).name}` }
  }
  const copy = {}
  for (const [key, value] of Object.entries(node)) {
    if (UNTOLD.includes(key) || (key === 'oneOf' && node.properties)) continue
    copy[key] =
      key === 'properties'
        ? mapped(value, (property) => linked(property, file, found))
        : ['const', 'enum', 'default'].includes(key)
          ? value
          : linked(value, file, found)
  }
  return copy.properties ? { additionalProperties: false, ...copy } : copy
}

function mapped(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
}

function union(name, names) {
  return `export type ${name} = ${names.map((member) => `\n  | ${member}`).join('')}\n`
}

/** For each type of frame the properties without which it is none. */
function requiredKeys(name, frames) {
  const rows = frames.map(({ schema }) => {
    const keys = schema.required.filter((key) => key !== 'type')
    return `  ${schema.properties.type.const}: ${JSON.stringify(keys)},`
  })
  return `export const ${name} = {\n${rows.join('\n')}\n} as const\n`
}

async function generated() {
  const { found, problems } = await sources()
  const wanted = [...found].filter(
    ([key, { file, name }]) => file !== 'openapi.yaml' || (OPENAPI.includes(name) && key),
  )
  const definitions = Object.fromEntries(
    [...found.values()].map(({ name, schema, file }) => [
      name,
      { ...linked(schema, file, found), title: name },
    ]),
  )
  const root = {
    title: 'Contract',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      wanted.map(([, { name }]) => [name, { $ref: `#/$defs/${name}` }]),
    ),
    $defs: definitions,
  }
  const types = await compile(root, 'Contract', {
    bannerComment:
      '// Made of the files in `schemas` by `npm run protocol`: change those, not this.\n',
    additionalProperties: false,
    format: false,
    strictIndexSignatures: true,
    maxItems: 2,
  })
  const of = (directory) =>
    [...found.values()].filter(({ file }) => posix.dirname(file) === directory)
  const names = (directory) => of(directory).map(({ name }) => name)
  const parts = [
    types.replace(/export interface Contract \{[^}]*\}\n/, ''),
    union('ClientFrame', names('frames/in')),
    union('ServerFrame', names('frames/out')),
    union('VisitorFrame', names('frames/public/in')),
    union('PublicFrame', names('frames/public/out')),
    union('RoomEvent', names('events')),
    union(
      'ProblemCode',
      problems.map((code) => `'${code}'`),
    ),
    requiredKeys('SERVER_FRAME_KEYS', of('frames/out')),
    requiredKeys('PUBLIC_FRAME_KEYS', of('frames/public/out')),
  ]
  return format(parts.join('\n'), { ...(await resolveConfig(TARGET)), parser: 'typescript' })
}

const text = await generated()
if (process.argv.includes('--check')) {
  if (text !== (await readFile(TARGET, 'utf8').catch(() => ''))) {
    console.error('src/protocol/generated.ts is not what `schemas` says: run `npm run protocol`')
    process.exit(1)
  }
} else {
  await writeFile(TARGET, text)
}
