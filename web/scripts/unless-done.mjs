// unless-done.mjs install|build COMMAND…: runs the command unless what it would make is there.
// unless-done.mjs remember: the build is done; what it was made of and what it made is remembered.
//
// All by contents, so it does not matter when files were written, as by a checkout.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STAMP = 'dist/.made-of'
const SOURCES = ['src', 'pages', 'public', 'package.json', 'package-lock.json']
const RESULTS = ['dist/widget', 'dist/library', 'dist/pages']

const [task, command, ...args] = process.argv.slice(2)

if (task === 'remember') {
  writeFileSync(STAMP, fingerprint())
} else if (task === 'install' ? isInstalled() : isBuilt()) {
  console.log(`${[command, ...args].join(' ')}: nothing to do`)
} else {
  const shell = process.platform === 'win32'
  process.exitCode = spawnSync(command, args, { stdio: 'inherit', shell }).status ?? 1
}

/** npm notes what it has installed; a package that is for other machines only is not there. */
function isInstalled() {
  const noted = 'node_modules/.package-lock.json'
  if (!existsSync(noted)) return false
  const wanted = packagesOf('package-lock.json')
  const there = packagesOf(noted)
  const same = (name) => wanted[name]?.integrity === there[name]?.integrity
  const needed = Object.keys(wanted).filter((name) => name !== '' && !wanted[name].optional)
  return [...needed, ...Object.keys(there)].every(
    (name) => name in there && name in wanted && same(name),
  )
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint()
}

function fingerprint() {
  const settings = readdirSync('.').filter((file) => /^(vite|tsconfig).*\.(ts|json)$/.test(file))
  const sources = [...SOURCES, ...settings]
    .flatMap(filesOf)
    .filter((file) => !/\.test\.ts$/.test(file))
  const hash = createHash('sha256')
  for (const file of [...sources, ...RESULTS.flatMap(filesOf)].sort()) {
    const contents = readFileSync(file)
    hash.update(`${file}\0${contents.length}\0`).update(contents)
  }
  return hash.digest('hex')
}

function filesOf(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
