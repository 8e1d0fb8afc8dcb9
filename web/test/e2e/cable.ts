import { connect, createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'

/** The way from a browser to the services, which can be cut. */
export class Cable {
  private readonly ends = new Set<Socket>()
  private readonly server: Server
  private isCut = false

  private constructor(to: number) {
    this.server = createServer((near) => {
      if (this.isCut) return void near.destroy()
      const far = connect(to, 'localhost')
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.ends.add(one)
        one.pipe(other)
        one.on('error', () => other.destroy())
        one.on('close', () => {
          this.ends.delete(one)
          other.destroy()
        })
      }
    })
  }

  static async to(port: number): Promise<Cable> {
    const cable = new Cable(port)
    await new Promise<void>((done) => cable.server.listen(0, 'localhost', done))
    return cable
  }

  get endpoint(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`
  }

  cut(): void {
    this.isCut = true
    for (const end of this.ends) end.destroy()
  }

  mend(): void {
    this.isCut = false
  }

  async remove(): Promise<void> {
    this.cut()
    await new Promise((done) => this.server.close(done))
  }
}
