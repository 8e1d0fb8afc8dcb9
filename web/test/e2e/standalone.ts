import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PATIENCE = 180_000

/** The standalone start in a process of its own, with a data directory that is empty at first. */
export class Standalone {
  private process: ChildProcess | undefined
  private output = ''

  private constructor(
    private readonly directory: string,
    readonly port: number,
  ) {}

  /** Of the classes that Maven has built, or where PARLEY_URL says what runs already. */
  static async start(): Promise<Standalone> {
    const started = new Standalone(mkdtempSync(join(tmpdir(), 'parley-')), await freePort())
    await started.startAgain()
    return started
  }

  get endpoint(): string {
    return `http://localhost:${this.port}`
  }

  /** With the same port and data as before. */
  async startAgain(): Promise<void> {
    const classpath = process.env['PARLEY_CLASSPATH']
    if (classpath === undefined) throw new Error('PARLEY_CLASSPATH names the standalone start.')
    const child = spawn(process.env['PARLEY_JAVA'] ?? 'java', [
      '-Xmx768m',
      // Nothing here runs for so long that the better code of the other compiler pays.
      '-XX:TieredStopAtLevel=1',
      '--enable-native-access=ALL-UNNAMED',
      '-cp',
      classpath,
      'io.parley.standalone.Standalone',
      `--server.port=${this.port}`,
      `--parley.data-dir=${this.directory}`,
      '--parley.standalone.kafka-port=0',
      '--parley.standalone.postgres-port=0',
    ])
    this.process = child
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => (this.output = (this.output + String(data)).slice(-20_000)))
    }
    await this.ready(child)
  }

  /** As `kill -9` does. */
  kill(): Promise<void> {
    return this.end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM')
    rmSync(this.directory, { recursive: true, force: true })
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process
    if (child === undefined || child.exitCode !== null) return
    const ended = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    await ended
  }

  private async ready(child: ChildProcess): Promise<void> {
    for (const end = Date.now() + PATIENCE; Date.now() < end && child.exitCode === null;) {
      const answer = await fetch(`${this.endpoint}/actuator/health/readiness`).catch(
        () => undefined,
      )
      if (answer?.ok === true) return
      await new Promise((done) => setTimeout(done, 100))
    }
    throw new Error(`Parley did not start:\n${this.output}`)
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}
