/** The heights of many rows, of which only those that were seen are measured: the others count
 * with an estimate. Rows keep their height when others come before them. */
export class Heights {
  private readonly measured = new Map<string, number>()
  private keys: readonly string[] = []
  private indices = new Map<string, number>()
  private offsets = new Float64Array(1)
  /** Offsets up to this index are right. */
  private valid = 0

  constructor(private readonly estimate: number) {}

  get length(): number {
    return this.keys.length
  }

  get total(): number {
    return this.offset(this.keys.length)
  }

  setKeys(keys: readonly string[]): void {
    this.keys = keys
    this.indices = new Map(keys.map((key, index) => [key, index]))
    this.offsets = new Float64Array(keys.length + 1)
    this.valid = 0
  }

  indexOf(key: string): number | undefined {
    return this.indices.get(key)
  }

  keyAt(index: number): string | undefined {
    return this.keys[index]
  }

  /** Whether this is news. */
  measure(key: string, height: number): boolean {
    if (this.measured.get(key) === height) return false
    this.measured.set(key, height)
    this.valid = Math.min(this.valid, this.indices.get(key) ?? this.valid)
    return true
  }

  /** Where a row begins, in pixels from the first; that of the one after the last is the total. */
  offset(index: number): number {
    const wanted = Math.max(0, Math.min(index, this.keys.length))
    for (let i = this.valid; i < wanted; i++) {
      const key = this.keys[i] ?? ''
      this.offsets[i + 1] = (this.offsets[i] ?? 0) + (this.measured.get(key) ?? this.estimate)
    }
    this.valid = Math.max(this.valid, wanted)
    return this.offsets[wanted] ?? 0
  }

  /** The row at this place: the first one above all, the last one below all. */
  indexAt(y: number): number {
    let low = 0
    let high = Math.max(0, this.keys.length - 1)
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.offset(middle) <= y) low = middle
      else high = middle - 1
    }
    return low
  }
}
