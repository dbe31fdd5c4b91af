/** Everything that a server answered while it was listened to. */
export interface Answers {
  /** Status, head (without cookies) and body of each answer. */
  readonly texts: readonly string[];
  /** The session tokens that it left with browsers. */
  readonly sessions: readonly string[];
  stop(): void;
}

/** Listens to every answer that this process gets from an origin. */
export function recordAnswers(origin: string): Answers {
  const plain = globalThis.fetch;
  const texts: string[] = [];
  const sessions: string[] = [];
  globalThis.fetch = async (...request) => {
    const answer = await plain(...request);
    if (!answer.url.startsWith(origin)) return answer;
    const head = [...answer.headers].filter(([name]) => name !== "set-cookie").map((pair) => pair.join(": "));
    texts.push([answer.status, ...head, await answer.clone().text()].join("\n"));
    for (const cookie of answer.headers.getSetCookie()) {
      const token = /dopys_session=([^;]+)/.exec(cookie)?.[1];
      if (token) sessions.push(token);
    }
    return answer;
  };
  return {
    texts,
    sessions,
    stop: () => {
      globalThis.fetch = plain;
    },
  };
}
