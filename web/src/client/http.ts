import type { ProblemView } from '../protocol'
import { PATIENT, wait } from './backoff'
import type { Environment } from './environment'
import { Position } from './position'

/** A request that was not done. `code` never changes; `network` and `unreadable` are our own. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'

  /** @param status 0 when there was no answer
   * @param retryAfter seconds, where trying again helps */
  constructor(
    readonly code: string,
    readonly status: number,
    detail: string,
    readonly retryAfter: number | undefined = undefined,
  ) {
    super(detail)
  }

  /** Whether the same request may succeed later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

/** Lets a request fail in silence, where it is made again by itself or when the reader asks for it
 * once more. What is no {@link HttpProblem} is a mistake of ours, and is told. */
export function quietly(done: Promise<unknown>): void {
  done.catch((problem: unknown) => {
    if (!(problem instanceof HttpProblem)) throw problem
  })
}

export interface Command {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  body?: unknown
  /** The command's id; one is made when there is none. */
  id?: string
  /** How often it is tried, where not being done is answered to by the caller. */
  tries?: number
}

const TRIES = 4
const ANSWER_WITHIN = 15_000

/** Queries and commands over REST.
 *
 * A command is tried up to four times with one `Idempotency-Key`, so it is done at most once. A
 * query sees what the commands before it changed. */
export class Http {
  private readonly position = new Position()
  private renewing = false

  /** @param base the address before `/api`, without a slash at its end; empty for this origin
   * @param headers who is asking
   * @param renew gets other credentials when these do not hold any more */
  constructor(
    private readonly environment: Environment,
    private readonly base: string,
    private readonly headers: () => Record<string, string>,
    private readonly renew: () => Promise<void> = () => Promise.resolve(),
  ) {}

  async get<T>(path: string): Promise<T> {
    const { body } = await this.insist('GET', path, () => this.position.header())
    return body as T
  }

  async command<T>({
    method,
    path,
    body,
    id = this.environment.uuid(),
    tries,
  }: Command): Promise<T> {
    const json = body === undefined ? undefined : JSON.stringify(body)
    const answer = await this.insist(method, path, () => ({ 'Idempotency-Key': id }), json, tries)
    this.position.passed(answer.headers.get('Chat-Position'))
    return answer.body as T
  }

  /** A file, which may take as long as it takes. */
  async file(path: string): Promise<Blob> {
    const get = () =>
      this.environment.fetch(this.base + path, {
        headers: { ...this.headers(), ...this.position.header() },
      })
    try {
      let response = await get()
      if (response.status === 401 && !this.renewing) {
        await this.renewed()
        response = await get()
      }
      if (!response.ok) throw problemOf(response, await response.text())
      return await response.blob()
    } catch (failure) {
      throw problemFrom(failure)
    }
  }

  private async insist(
    method: string,
    path: string,
    extra: () => Record<string, string>,
    body?: string,
    tries = TRIES,
  ): Promise<{ headers: Headers; body: unknown }> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.request(method, path, extra(), body)
      } catch (problem) {
        if (!(problem instanceof HttpProblem) || attempt + 1 >= tries) throw problem
        if (problem.status === 401 && attempt === 0 && !this.renewing) {
          await this.renewed()
          continue
        }
        if (!problem.passing) throw problem
        const told = (problem.retryAfter ?? 0) * 1_000
        await this.pause(told + wait(attempt, () => this.environment.random(), PATIENT))
      }
    }
  }

  private async renewed(): Promise<void> {
    this.renewing = true
    try {
      await this.renew()
    } finally {
      this.renewing = false
    }
  }

  private async request(
    method: string,
    path: string,
    extra: Record<string, string>,
    body?: string,
  ): Promise<{ headers: Headers; body: unknown }> {
    const abort = new AbortController()
    const stop = this.environment.after(ANSWER_WITHIN, () => abort.abort())
    try {
      const response = await this.environment.fetch(this.base + path, {
        method,
        headers: {
          Accept: 'application/json, application/problem+json',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...this.headers(),
          ...extra,
        },
        ...(body === undefined ? {} : { body }),
        signal: abort.signal,
      })
      const text = await response.text()
      if (!response.ok) {
        throw problemOf(response, text)
      }
      return { headers: response.headers, body: text === '' ? undefined : parsed(text) }
    } catch (failure) {
      throw problemFrom(failure)
    } finally {
      stop()
    }
  }

  private pause(ms: number): Promise<void> {
    return new Promise((done) => this.environment.after(ms, done))
  }
}

function problemFrom(failure: unknown): HttpProblem {
  return failure instanceof HttpProblem ? failure : new HttpProblem('network', 0, String(failure))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpProblem('unreadable', 502, 'The answer is no JSON.')
  }
}

/** The public chat has `detail` alone, and a proxy in between may have neither. */
function problemOf(response: Response, text: string): HttpProblem {
  let problem: Partial<ProblemView> = {}
  try {
    problem = (JSON.parse(text) ?? {}) as Partial<ProblemView>
  } catch {
    // Whoever answered was none of ours.
  }
  const header = Number(response.headers.get('Retry-After') ?? Number.NaN)
  return new HttpProblem(
    problem.code ?? `http_${response.status}`,
    response.status,
    problem.detail ?? response.statusText,
    problem.retry_after ?? (Number.isFinite(header) ? header : undefined),
  )
}
