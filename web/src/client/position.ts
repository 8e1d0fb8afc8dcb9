/** How far into the log this client's own commands reach, for each of its partitions. */
export class Position {
  private readonly offsets = new Map<string, bigint>()

  /** The header of a command's answer, as `3-1017` or `3-1017,7-12`. */
  passed(header: string | null): void {
    for (const [, partition = '', offset = ''] of (header ?? '').matchAll(/(\d+)-(\d+)/g)) {
      const known = this.offsets.get(partition)
      if (known === undefined || known < BigInt(offset)) {
        this.offsets.set(partition, BigInt(offset))
      }
    }
  }

  /** The header with which a query sees all of it; none before the first command. */
  header(): Record<string, string> {
    const places = [...this.offsets].map(([partition, offset]) => `${partition}-${offset}`)
    return places.length === 0 ? {} : { 'Chat-Position': places.join(',') }
  }
}
