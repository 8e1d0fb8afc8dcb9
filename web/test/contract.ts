import { readFileSync, readdirSync } from 'node:fs'
import Ajv from 'ajv/dist/2020'

const CONTRACT = '../schemas/src/main/resources/parley'

const ajv = new Ajv({ strict: false, validateFormats: false })
for (const directory of [
  '.',
  'frames/in',
  'frames/out',
  'frames/public/in',
  'frames/public/out',
  'views',
]) {
  for (const file of readdirSync(`${CONTRACT}/${directory}`)) {
    if (file.endsWith('.json')) ajv.addSchema(schema(`${directory}/${file}`))
  }
}

function schema(path: string): object {
  return JSON.parse(readFileSync(`${CONTRACT}/${path}`, 'utf8')) as object
}

/** Returns the value when the contract allows it, and fails with what is wrong when not. */
export function valid<T>(file: string, value: T): T {
  const validate = ajv.getSchema(`https://parley.example/schemas/${file}.json`)
  if (validate === undefined) throw new Error(`There is no schema ${file}.`)
  if (validate(value) !== true) {
    throw new Error(`${file}: ${ajv.errorsText(validate.errors)}: ${JSON.stringify(value)}`)
  }
  return value
}
